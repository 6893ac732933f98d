import Checkbox from '@mui/material/Checkbox';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { nameOf } from '../inviteWords.ts';
import { useManagement } from '../manage/ManageContext.ts';
import type { RowSelection } from './useRowSelection.ts';

interface SelectProps {
  now: number;
  selecting: RowSelection;
}

const small = { p: 0.5 } as const;

/** Only what can be revoked can be selected: it is open, and this person's to change. */
function useSelectable(now: number) {
  const { actionsFor } = useManagement();
  return (invite: PendingInviteDocument) => actionsFor(invite, now).includes('revoke');
}

interface SelectRowProps extends SelectProps {
  invite: PendingInviteDocument;
  /** As small as the rows of the table; a thumb needs more. */
  dense?: boolean;
}

/** Selects one invitation; nothing where it can't be. */
export function SelectRow({ invite, now, selecting, dense = false }: SelectRowProps) {
  if (!useSelectable(now)(invite)) return null;
  return (
    <Checkbox
      size="small"
      sx={dense ? small : { ml: -1.5, minWidth: 44, minHeight: 44 }}
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
      sx={small}
      checked={selected === uids.length}
      indeterminate={selected > 0 && selected < uids.length}
      onChange={(_event, checked) => selecting.select(uids, checked)}
      slotProps={{ input: { 'aria-label': 'Select all on this page' } }}
    />
  );
}
