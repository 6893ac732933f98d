import Search from '@mui/icons-material/Search';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useEffectEvent, useState } from 'react';
import { useDebounced } from '../../../shared/hooks/useDebounced.ts';

/** A search waits for this long a pause in typing. */
const PAUSE_MS = 250;

interface SearchFieldProps {
  search: string;
  onSearch: (search: string) => void;
}

/** What is typed is on the screen at once, and searched for after a pause. */
export function SearchField({ search, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(search);
  const [told, setTold] = useState(search);
  const settled = useDebounced(typed, PAUSE_MS);
  // Somebody else changed it: the page was shown anew, or the search was taken back.
  if (search !== told) {
    setTold(search);
    setTyped(search);
  }
  const tell = useEffectEvent(() => {
    if (settled !== typed || settled === search) return;
    setTold(settled);
    onSearch(settled);
  });
  useEffect(() => tell(), [settled]);

  return (
    <TextField
      type="search"
      size="small"
      label="Search by name or email"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      sx={{ flex: { xs: '1 1 100%', sm: '2 1 14rem' }, maxWidth: { sm: 360 } }}
      slotProps={{
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
