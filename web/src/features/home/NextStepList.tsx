import ChevronRight from '@mui/icons-material/ChevronRight';
import Card from '@mui/material/Card';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import type { NextStep } from './nextSteps.ts';

interface NextStepListProps {
  steps: readonly NextStep[];
  /** Whom to ask for what they cannot do themselves; null for who can do all. */
  help: string | null;
}

/** What I can do next. */
export function NextStepList({ steps, help }: NextStepListProps) {
  return (
    <Card component="section" aria-labelledby="next-steps" sx={{ p: { xs: 1, sm: 1.5 } }}>
      <Typography id="next-steps" variant="h2" sx={{ px: 1.5, pt: 1.5, pb: 0.5 }}>
        What you can do next
      </Typography>
      <List>
        {steps.map(({ title, text, to }) => (
          <ListItem key={title} disablePadding>
            <ListItemButton component={Link} to={to} sx={{ px: 1.5 }}>
              <ListItemText
                primary={title}
                secondary={text}
                slotProps={{ primary: { sx: { fontWeight: 600, overflowWrap: 'anywhere' } } }}
              />
              <ChevronRight aria-hidden sx={{ color: 'text.secondary' }} />
            </ListItemButton>
          </ListItem>
        ))}
      </List>
      {help && (
        <Typography variant="body2" sx={{ px: 1.5, pb: 1.5, pt: 0.5, color: 'text.secondary' }}>
          {help}
        </Typography>
      )}
    </Card>
  );
}
