import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { QueryPages } from './useQueryPages.ts';

interface PageButtonsProps extends Pick<QueryPages<unknown>, 'page' | 'hasNext' | 'goNext' | 'goBack'> {
  /** "Pages of invitations", for screen readers. */
  label: string;
  /** Is told after another page was asked for. */
  onTurn: () => void;
}

/** To the page before and after, under a list that is sorted newest first; nothing where all is on one page. */
export function PageButtons({ label, page, hasNext, goNext, goBack, onTurn }: PageButtonsProps) {
  if (page === 1 && !hasNext) return null;
  const turn = (go: () => void) => () => {
    go();
    onTurn();
  };
  return (
    <Box
      component="nav"
      aria-label={label}
      sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center', gap: 2, mt: 2.5 }}
    >
      <Button onClick={turn(goBack)} disabled={page === 1}>
        Newer
      </Button>
      <span aria-live="polite">Page {page}</span>
      <Button onClick={turn(goNext)} disabled={!hasNext}>
        Older
      </Button>
    </Box>
  );
}
