import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { InviteEventDocument } from '../../../../../functions/src/contract/documents.ts';
import { dateInWords, agoInWords } from '../../../shared/words/timeInWords.ts';
import { eventInWords } from './eventWords.ts';

interface TimelineListProps {
  events: readonly InviteEventDocument[];
  now: number;
}

/** What happened, newest first. */
export function TimelineList({ events, now }: TimelineListProps) {
  return (
    <Box component="ol" reversed aria-label="Timeline" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {events.map((event) => (
        <Entry key={event.id} event={event} now={now} />
      ))}
    </Box>
  );
}

function Entry({ event, now }: { event: InviteEventDocument; now: number }) {
  const { title, details } = eventInWords(event);
  const at = event.at.toMillis();
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 3,
        pb: 2,
        '&::before': {
          content: '""',
          position: 'absolute',
          left: 4,
          top: 7,
          width: 9,
          height: 9,
          borderRadius: '50%',
          bgcolor: 'primary.main',
        },
        '&:not(:last-child)::after': {
          content: '""',
          position: 'absolute',
          left: 8,
          top: 20,
          bottom: -4,
          width: '1px',
          bgcolor: 'divider',
        },
      }}
    >
      <Typography variant="subtitle2" component="div">
        {title}
      </Typography>
      {details.map((line) => (
        <Typography key={line} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {line}
        </Typography>
      ))}
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        {event.actorName !== null && `${event.actorName}, `}
        <time dateTime={new Date(at).toISOString()} title={agoInWords(at, now)}>
          {dateInWords(at)}
        </time>
      </Typography>
    </Box>
  );
}
