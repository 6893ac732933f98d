import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { ROLES } from '../../../../../functions/src/contract/roles.ts';
import { SORTS, type InvitationsView, type Sort } from './invitationsView.ts';
import { SearchField } from './SearchField.tsx';
import { useInviters } from './useInviters.ts';

interface InvitationsFilterProps {
  tenantId: string;
  view: InvitationsView;
  /** Sees the invitations of everybody, and may choose whose. */
  seesAll: boolean;
  rows: readonly PendingInviteDocument[];
  onChange: (changes: Partial<InvitationsView>) => void;
}

const ANY = 'any';

const SORT_WORDS: Readonly<Record<Sort, string>> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  ends: 'Expires first',
};

/** Search, filters and order of the list. */
export function InvitationsFilter({ tenantId, view, seesAll, rows, onChange }: InvitationsFilterProps) {
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 1.5 }}>
      <SearchField search={view.search} onSearch={(search) => onChange({ search })} />
      <Choice
        label="Role"
        value={view.role ?? ANY}
        choices={[[ANY, 'Any role'], ...ROLES.map((role) => [role, role] as const)]}
        onChoose={(chosen) => onChange({ role: ROLES.find((role) => role === chosen) ?? null })}
      />
      {seesAll && <InviterChoice tenantId={tenantId} view={view} rows={rows} onChange={onChange} />}
      <Choice
        label="Email"
        value={view.mailProblem ? 'problem' : ANY}
        choices={[
          [ANY, 'Any email'],
          ['problem', 'Not delivered'],
        ]}
        onChoose={(chosen) => onChange({ mailProblem: chosen === 'problem' })}
      />
      <Choice
        label="Sort"
        value={view.sort}
        choices={SORTS.map((sort) => [sort, SORT_WORDS[sort]] as const)}
        onChoose={(chosen) => onChange({ sort: SORTS.find((sort) => sort === chosen) ?? 'newest' })}
      />
    </Box>
  );
}

function InviterChoice({ tenantId, view, rows, onChange }: Omit<InvitationsFilterProps, 'seesAll'>) {
  const [wanted, setWanted] = useState(view.inviterUid !== null);
  const inviters = useInviters(tenantId, wanted, rows);
  const chosen = view.inviterUid;
  const isListed = chosen === null || inviters.some(({ uid }) => uid === chosen);
  return (
    <Choice
      label="Invited by"
      value={chosen ?? ANY}
      choices={[
        [ANY, 'Anyone'],
        ...inviters.map(({ uid, name }) => [uid, name] as const),
        ...(isListed ? [] : [[chosen, 'One person'] as const]),
      ]}
      onOpen={() => setWanted(true)}
      onChoose={(uid) => onChange({ inviterUid: uid === ANY ? null : uid })}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  choices: readonly (readonly [value: string, words: string])[];
  onChoose: (value: string) => void;
  onOpen?: () => void;
}

function Choice({ label, value, choices, onChoose, onOpen }: ChoiceProps) {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      sx={{ flex: '1 1 7.5rem', maxWidth: { sm: 170 } }}
      slotProps={{ select: { onOpen } }}
    >
      {choices.map(([each, words]) => (
        <MenuItem key={each} value={each}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}
