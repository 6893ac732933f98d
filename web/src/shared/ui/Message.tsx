import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { PageTitle } from './PageTitle.tsx';

interface MessageProps {
  title: string;
  children: ReactNode;
  /** A picture that says the same: hidden from screen readers. */
  icon?: ReactNode;
  /** What to do next. */
  action?: ReactNode;
  /** 1 where the message is the page. */
  level?: 1 | 2;
}

/** Says what is (or is not) here and what to do next: empty lists, refusals, dead ends. */
export function Message({ title, children, icon, action, level = 2 }: MessageProps) {
  return (
    <Box sx={{ textAlign: 'center', py: { xs: 5, sm: 8 }, px: 2, mx: 'auto', maxWidth: '34rem' }}>
      {icon && (
        <Box aria-hidden sx={{ color: 'primary.main', mb: 2, '& svg': { fontSize: 44 } }}>
          {icon}
        </Box>
      )}
      {level === 1 ? <PageTitle>{title}</PageTitle> : <Typography variant="h2">{title}</Typography>}
      <Typography component="div" sx={{ color: 'text.secondary', mt: 1 }}>
        {children}
      </Typography>
      {action && <Box sx={{ mt: 3 }}>{action}</Box>}
    </Box>
  );
}
