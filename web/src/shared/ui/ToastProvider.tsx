import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Snackbar from '@mui/material/Snackbar';
import { useCallback, useState, type ReactNode } from 'react';
import { screenReaderOnly } from './screenReaderOnly.ts';
import { ToastContext, type ToastSeverity } from './ToastContext.ts';

interface Toast {
  id: number;
  message: string;
  severity: ToastSeverity;
}

const SHOWN_FOR_MS = 6000;

/** Toasts for the eye, and a region that was there before them for screen readers: they skip regions that appear with their text. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const [open, setOpen] = useState(false);

  const show = useCallback((message: string, severity: ToastSeverity = 'success') => {
    setToast((before) => ({ id: (before?.id ?? 0) + 1, message, severity }));
    setOpen(true);
  }, []);

  return (
    <ToastContext value={show}>
      {children}
      <Box role="status" sx={screenReaderOnly}>
        {open && toast ? <span key={toast.id}>{toast.message}</span> : null}
      </Box>
      <Snackbar
        key={toast?.id ?? 0}
        open={open}
        autoHideDuration={SHOWN_FOR_MS}
        onClose={(_event, reason) => {
          if (reason !== 'clickaway') setOpen(false);
        }}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      >
        <Alert
          role="presentation"
          severity={toast?.severity ?? 'info'}
          variant="filled"
          onClose={() => setOpen(false)}
          sx={{ width: '100%' }}
        >
          {toast?.message}
        </Alert>
      </Snackbar>
    </ToastContext>
  );
}
