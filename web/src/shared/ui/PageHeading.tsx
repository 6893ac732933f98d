import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { PageTitle, type PageTitleProps } from './PageTitle.tsx';

interface PageHeadingProps extends PageTitleProps {
  /** One sentence under it. */
  lead?: ReactNode;
  /** Buttons beside it. */
  actions?: ReactNode;
}

/** The head of a page: its title, what it is about, and what is done from here. */
export function PageHeading({ lead, actions, ...title }: PageHeadingProps) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end', mb: 3 }}>
      <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
        <PageTitle {...title} />
        {lead && (
          <Typography component="div" sx={{ color: 'text.secondary', mt: 0.5, maxWidth: '65ch' }}>
            {lead}
          </Typography>
        )}
      </Box>
      {actions}
    </Box>
  );
}
