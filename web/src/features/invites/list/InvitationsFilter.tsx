import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { INVITE_STATUSES, type InviteStatus } from '../../../../../functions/src/contract/statuses.ts';
import { STATUS_WORDS } from '../inviteWords.ts';

interface InvitationsFilterProps {
  search: string;
  status: InviteStatus | null;
  onSearch: (search: string) => void;
  onStatus: (status: InviteStatus | null) => void;
}

const ANY = 'any';

export function InvitationsFilter({ search, status, onSearch, onStatus }: InvitationsFilterProps) {
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 3 }}>
      <TextField
        type="search"
        label="Search by name or email"
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        sx={{ flex: '2 1 16rem', maxWidth: { sm: 420 } }}
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
      <TextField
        select
        label="Status"
        value={status ?? ANY}
        onChange={(event) => onStatus(INVITE_STATUSES.find((each) => each === event.target.value) ?? null)}
        sx={{ flex: '1 1 9rem', maxWidth: { sm: 200 } }}
      >
        <MenuItem value={ANY}>Any status</MenuItem>
        {INVITE_STATUSES.map((each) => (
          <MenuItem key={each} value={each}>
            {STATUS_WORDS[each].label}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
