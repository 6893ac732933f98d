import type { CallableInput } from '../../../../../functions/src/contract/callables.ts';
import type { InviteFilter } from '../list/invitesQuery.ts';

/** Chosen rows, or all open invitations that the filters match. */
export type Selection =
  | { kind: 'rows'; uids: readonly string[] }
  | { kind: 'matching'; filter: InviteFilter; count: number };

/** @returns how many invitations are selected. */
export function sizeOf(selection: Selection): number {
  return selection.kind === 'rows' ? selection.uids.length : selection.count;
}

/** @returns the selection as the callable takes it. */
export function selectionInput(selection: Selection): CallableInput<'startInvitesJob'>['selection'] {
  if (selection.kind === 'rows') return { uids: [...selection.uids] };
  const { search, role, inviterUid, mailProblem, tab } = selection.filter;
  return { filter: { search, role, inviterUid, mailProblem, attention: tab === 'attention' } };
}
