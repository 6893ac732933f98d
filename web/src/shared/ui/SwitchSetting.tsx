import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Switch from '@mui/material/Switch';
import { useId } from 'react';

interface SwitchSettingProps {
  label: string;
  /** What it does, in one sentence. */
  children: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that is on or off, and what that means. */
export function SwitchSetting({ label, children, checked, onChange }: SwitchSettingProps) {
  const id = useId();
  return (
    <Box>
      <FormControlLabel
        label={<strong>{label}</strong>}
        labelPlacement="start"
        control={
          <Switch
            checked={checked}
            onChange={(event) => onChange(event.target.checked)}
            slotProps={{ input: { 'aria-describedby': id } }}
          />
        }
        sx={{ mx: 0, width: '100%', justifyContent: 'space-between', gap: 2 }}
      />
      <FormHelperText id={id} sx={{ mt: 0.25, mx: 0, pr: 9, fontSize: '0.875rem' }}>
        {children}
      </FormHelperText>
    </Box>
  );
}
