import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { MyPlace } from './myPlace.ts';

/** What I am here. */
export function MyPlaceCard({ place }: { place: MyPlace }) {
  const { title, meaning, history, grants } = place;
  return (
    <Card component="section" aria-label="What you are here" sx={{ p: { xs: 2.5, sm: 3 } }}>
      <Typography variant="h2">{title}</Typography>
      <Typography sx={{ mt: 1 }}>{meaning}</Typography>
      {grants.map((grant) => (
        <Typography key={grant} sx={{ mt: 0.5 }}>
          {grant}
        </Typography>
      ))}
      {history.length > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
          {history.join(' ')}
        </Typography>
      )}
    </Card>
  );
}
