import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';
import { ConnectionBanner } from '../connection/ConnectionBanner.tsx';

interface FormDialogProps {
  /** What the dialog is for; the content has the heading for the eye. */
  label: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A phone has no room around a dialog (MUI's `sm`). */
const PHONE = '(max-width: 599.95px)';

/** A dialog with something to lose: a click beside it does not close it. It fills a phone's screen. */
export function FormDialog({ label, open, onClose, children }: FormDialogProps) {
  const isPhone = useMediaQuery(PHONE, { noSsr: true });
  return (
    <Dialog
      open={open}
      onClose={(_event, reason) => {
        if (reason !== 'backdropClick') onClose();
      }}
      fullScreen={isPhone}
      fullWidth
      maxWidth="sm"
      slotProps={{ paper: { 'aria-label': label } }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', p: 1, pb: 0 }}>
        <IconButton aria-label="Close" onClick={onClose}>
          <Close />
        </IconButton>
      </Box>
      <DialogContent sx={{ px: { xs: 2.5, sm: 4 }, pb: { xs: 2.5, sm: 4 }, pt: 0 }}>
        <ConnectionBanner top={0} />
        {children}
      </DialogContent>
    </Dialog>
  );
}
