import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { Fragment } from 'react';
import type { MyPlace } from './myPlace.ts';

/** What I am here, and who invited me. */
export function MyPlaceCard({ place }: { place: MyPlace }) {
  const { title, meaning, grants, facts } = place;
  return (
    <Card component="section" aria-label="Your role" sx={{ p: { xs: 2.5, sm: 3 } }}>
      <Typography variant="h2">{title}</Typography>
      <Typography sx={{ mt: 1 }}>{meaning}</Typography>
      {grants.map((grant) => (
        <Typography key={grant} sx={{ mt: 0.5 }}>
          {grant}
        </Typography>
      ))}
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'auto 1fr',
          columnGap: 2,
          rowGap: 0.75,
          m: 0,
          mt: 2.5,
          pt: 2,
          borderTop: 1,
          borderColor: 'divider',
          overflowWrap: 'anywhere',
        }}
      >
        {facts.map(({ term, value }) => (
          <Fragment key={term}>
            <Typography component="dt" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {term}
            </Typography>
            <Typography component="dd" sx={{ m: 0, minWidth: 0 }}>
              {value}
            </Typography>
          </Fragment>
        ))}
      </Box>
    </Card>
  );
}
