import Check from '@mui/icons-material/Check';
import ContentCopy from '@mui/icons-material/ContentCopy';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { QRCodeSVG } from 'qrcode.react';
import { useRef, useState } from 'react';
import { dateInWords } from '../../../shared/words/timeInWords.ts';
import { copyText } from './copyText.ts';

interface InviteLinkBoxProps {
  link: string;
  expiresAt: string;
}

const QR_SIZE_PX = 168;

/** The hand-over link: to copy, or for a phone to scan. */
export function InviteLinkBox({ link, expiresAt }: InviteLinkBoxProps) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const field = useRef<HTMLInputElement>(null);

  const handleCopy = async () => {
    const done = await copyText(link);
    setCopied(done ? 'yes' : 'refused');
    if (!done) field.current?.select();
  };

  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 3,
        alignItems: 'center',
        p: 2,
        borderRadius: '16px',
        bgcolor: 'secondary.light',
      }}
    >
      <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
        <TextField
          label="Invitation link"
          value={link}
          fullWidth
          inputRef={field}
          onFocus={(event) => event.target.select()}
          slotProps={{ htmlInput: { readOnly: true } }}
          sx={{ mb: 1.5 }}
        />
        <Button
          variant="contained"
          startIcon={copied === 'yes' ? <Check /> : <ContentCopy />}
          onClick={() => void handleCopy()}
        >
          {copied === 'yes' ? 'Copied' : 'Copy link'}
        </Button>
        <Typography role="status" variant="body2" sx={{ mt: 1 }}>
          {copied === 'yes' && 'The link is copied.'}
          {copied === 'refused' && 'Your browser blocked copying. The link is selected. Copy it by hand.'}
        </Typography>
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          Only for this person. Expires {dateInWords(Date.parse(expiresAt))}.
        </Typography>
      </Box>
      <Box sx={{ bgcolor: '#ffffff', p: 1, borderRadius: '12px', lineHeight: 0, mx: 'auto' }}>
        <QRCodeSVG
          value={link}
          size={QR_SIZE_PX}
          marginSize={2}
          role="img"
          title="QR code of the invitation link"
        />
      </Box>
    </Box>
  );
}
