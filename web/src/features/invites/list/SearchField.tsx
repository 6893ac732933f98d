import Search from '@mui/icons-material/Search';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** A search waits for this long a pause in typing. */
const PAUSE_MS = 250;

interface SearchFieldProps {
  search: string;
  onSearch: (search: string) => void;
}

/** What is typed is on the screen at once, and searched for after a pause. */
export function SearchField({ search, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(search);
  const asked = useRef(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Somebody else changed it: the search was taken back. What one asked for oneself comes back as it was typed.
  const follow = useEffectEvent(() => {
    if (search === asked.current) return;
    asked.current = search;
    clearTimeout(timer.current);
    setTyped(search);
  });
  useEffect(() => follow(), [search]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const handleChange = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      asked.current = text;
      onSearch(text);
    }, PAUSE_MS);
  };
  return (
    <TextField
      type="search"
      size="small"
      label="Search by name or email"
      value={typed}
      onChange={(event) => handleChange(event.target.value)}
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
