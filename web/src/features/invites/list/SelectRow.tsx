import Checkbox from '@mui/material/Checkbox';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { nameOf } from '../inviteWords.ts';
import { useManagement } from '../manage/ManageContext.ts';
import type { RowSelection } from './useRowSelection.ts';

interface SelectProps {
  now: number;
  selecting: RowSelection;
}

const dense = { p: 0.5 } as const;

/** Only what can be revoked can be selected: it is open, and this person's to change. */
function useSelectable(now: number) {
  const { actionsFor } = useManagement();
  return (invite: PendingInviteDocument) => actionsFor(invite, now).includes('revoke');
}

/** Selects one invitation; nothing where it can't be. */
export function SelectRow({ invite, now, selecting }: SelectProps & { invite: PendingInviteDocument }) {
  if (!useSelectable(now)(invite)) return null;
  return (
    <Checkbox
      size="small"
      sx={dense}
      checked={selecting.isSelected(invite.uid)}
      onChange={(_event, checked) => selecting.select([invite.uid], checked)}
      slotProps={{ input: { 'aria-label': `Select ${nameOf(invite)}` } }}
    />
  );
}

/** Selects all of the page that can be. */
export function SelectPage({
  invites,
  now,
  selecting,
}: SelectProps & { invites: readonly PendingInviteDocument[] }) {
  const uids = invites.filter(useSelectable(now)).map(({ uid }) => uid);
  if (uids.length === 0) return null;
  const selected = uids.filter(selecting.isSelected).length;
  return (
    <Checkbox
      size="small"
      sx={dense}
      checked={selected === uids.length}
      indeterminate={selected > 0 && selected < uids.length}
      onChange={(_event, checked) => selecting.select(uids, checked)}
      slotProps={{ input: { 'aria-label': 'Select all on this page' } }}
    />
  );
}
