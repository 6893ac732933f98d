import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useMemo } from 'react';
import { TIME_ZONE_DEFAULT } from '../../../../functions/src/contract/timeZones.ts';

interface TimeZoneFieldProps {
  value: string;
  onChange: (timeZone: string) => void;
  helperText: string;
  error: boolean;
}

/** Every time zone that the browser knows, found by a part of its name. */
export function TimeZoneField({ value, onChange, helperText, error }: TimeZoneFieldProps) {
  const options = useMemo(() => [...new Set([TIME_ZONE_DEFAULT, value, ...timeZones()])], [value]);
  return (
    <Autocomplete
      options={options}
      value={value}
      onChange={(_event, chosen) => onChange(chosen)}
      getOptionLabel={(timeZone) => timeZone.replaceAll('_', ' ')}
      disableClearable
      autoHighlight
      noOptionsText="No time zone found. Type a city, like Berlin."
      renderInput={(params) => (
        <TextField {...params} label="Time zone" helperText={helperText} error={error} />
      )}
    />
  );
}

function timeZones(): string[] {
  return Intl.supportedValuesOf('timeZone');
}
