import { useState } from 'react';
import type { Selection } from '../jobs/selection.ts';
import type { InviteFilter } from './invitesQuery.ts';

export interface RowSelection {
  /** null: nothing is selected. */
  selection: Selection | null;
  isSelected: (uid: string) => boolean;
  /** Selects these rows beside the others, or takes them out. */
  select: (uids: readonly string[], selected: boolean) => void;
  selectMatching: (count: number) => void;
  clear: () => void;
}

/** Which rows are selected: also on other pages of the same list. Another filter begins anew. */
export function useRowSelection(filter: InviteFilter): RowSelection {
  const of = JSON.stringify(filter);
  const [state, setState] = useState<{ of: string; selection: Selection | null }>({ of, selection: null });
  const selection = state.of === of ? state.selection : null;
  const set = (next: Selection | null) => setState({ of, selection: next });
  const uids = selection?.kind === 'rows' ? selection.uids : [];
  return {
    selection,
    isSelected: (uid) => selection?.kind === 'matching' || uids.includes(uid),
    select: (changed, selected) => {
      const others = uids.filter((uid) => !changed.includes(uid));
      const next = selected ? [...others, ...changed] : others;
      set(next.length === 0 ? null : { kind: 'rows', uids: next });
    },
    selectMatching: (count) => set({ kind: 'matching', filter, count }),
    clear: () => set(null),
  };
}
