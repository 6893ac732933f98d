import { ROLES, type Role } from '../../../../../functions/src/contract/roles.ts';

export const TABS = ['open', 'attention', 'accepted', 'ended', 'all'] as const;
export type Tab = (typeof TABS)[number];

export const SORTS = ['newest', 'oldest', 'ends'] as const;
export type Sort = (typeof SORTS)[number];

/** What the page shows, as its address says it: a shared address shows the same. */
export interface InvitationsView {
  tab: Tab;
  /** As it was typed: a name, an address, or the start of one. */
  search: string;
  role: Role | null;
  inviterUid: string | null;
  /** Only those whose email did not arrive. */
  mailProblem: boolean;
  sort: Sort;
}

export const FIRST_VIEW: InvitationsView = {
  tab: 'open',
  search: '',
  role: null,
  inviterUid: null,
  mailProblem: false,
  sort: 'newest',
};

/** @returns what an address asks for; what it says wrongly is as if it were not said. */
export function readView(address: URLSearchParams): InvitationsView {
  const oneOf = <Word extends string>(words: readonly Word[], name: string) =>
    words.find((word) => word === address.get(name));
  return {
    tab: oneOf(TABS, 'tab') ?? FIRST_VIEW.tab,
    search: address.get('search') ?? '',
    role: oneOf(ROLES, 'role') ?? null,
    inviterUid: address.get('inviter'),
    mailProblem: address.get('email') === 'problem',
    sort: oneOf(SORTS, 'sort') ?? FIRST_VIEW.sort,
  };
}

/** @returns the address with this view in it; what is as at first is left out, and what is not about the view stays. */
export function writeView(address: URLSearchParams, view: InvitationsView): URLSearchParams {
  const written = new URLSearchParams(address);
  const words = {
    tab: view.tab === FIRST_VIEW.tab ? null : view.tab,
    search: view.search,
    role: view.role,
    inviter: view.inviterUid,
    email: view.mailProblem ? 'problem' : null,
    sort: view.sort === FIRST_VIEW.sort ? null : view.sort,
  };
  for (const [name, word] of Object.entries(words)) {
    if (word) written.set(name, word);
    else written.delete(name);
  }
  return written;
}

/** @returns whether something besides the tab narrows the list. */
export function isNarrowed({ search, role, inviterUid, mailProblem }: InvitationsView): boolean {
  return search !== '' || role !== null || inviterUid !== null || mailProblem;
}
