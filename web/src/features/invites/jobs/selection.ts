import type { CallableInput } from '../../../../../functions/src/contract/callables.ts';

type JobSelection = CallableInput<'startInvitesJob'>['selection'];
type JobFilter = Extract<JobSelection, { filter: object }>['filter'];

/** What a list of invitations is filtered by. */
type ListFilter = Required<Omit<JobFilter, 'attention'>> & { tab: string };

/** Chosen rows, or all open invitations that the filters match. */
export type Selection =
  | { kind: 'rows'; uids: readonly string[] }
  | { kind: 'matching'; filter: ListFilter; count: number };

/** @returns how many invitations are selected. */
export function sizeOf(selection: Selection): number {
  return selection.kind === 'rows' ? selection.uids.length : selection.count;
}

/** @returns the selection as the callable takes it. */
export function selectionInput(selection: Selection): JobSelection {
  if (selection.kind === 'rows') return { uids: [...selection.uids] };
  const { search, role, inviterUid, mailProblem, tab } = selection.filter;
  return { filter: { search, role, inviterUid, mailProblem, attention: tab === 'attention' } };
}
