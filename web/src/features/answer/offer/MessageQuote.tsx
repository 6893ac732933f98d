import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';

/** What is shown at first: the field and the button below stay in sight on a small phone. */
const LINES_SHOWN = 3;
/** About as much as three lines of a narrow phone hold. */
const LENGTH_SHOWN = 110;

/** What the inviter wrote, as text, never as markup: the whole of it on request. */
export function MessageQuote({ message }: { message: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const isLong = message.length > LENGTH_SHOWN || message.split('\n').length > LINES_SHOWN;
  return (
    <Box
      component="blockquote"
      sx={{ m: 0, mt: 1.5, px: 1.5, py: 1, bgcolor: 'primary.light', borderRadius: 1, typography: 'body2' }}
    >
      <Box
        sx={{
          whiteSpace: 'pre-line',
          overflowWrap: 'anywhere',
          ...(isLong &&
            !isWhole && {
              display: '-webkit-box',
              WebkitBoxOrient: 'vertical',
              WebkitLineClamp: LINES_SHOWN,
              overflow: 'hidden',
            }),
        }}
      >
        {message}
      </Box>
      {isLong && (
        <Button
          color="inherit"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
          sx={{ px: 0, minWidth: 0, typography: 'body2', fontWeight: 600 }}
        >
          {isWhole ? 'Show less' : 'Show all'}
        </Button>
      )}
    </Box>
  );
}
