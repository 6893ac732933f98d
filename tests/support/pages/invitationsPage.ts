import type { Locator, Page } from 'playwright-core';

const FLOWS = {
  worker: { button: 'Invite worker', dialog: 'Invite a worker' },
  recruiter: { button: 'Invite recruiter', dialog: 'Invite a recruiter' },
  general: { button: 'Invite someone else', dialog: 'Invite someone' },
} as const;

export type Flow = keyof typeof FLOWS;

/** Whom a form is filled in for. */
export interface Invited {
  email: string;
  firstName: string;
  lastName: string;
}

/** The invitations of one tenant: the table, the buttons above it, the dialogs that they open. */
export function invitationsPage(page: Page) {
  const search = page.getByRole('searchbox', { name: 'Search by name or email' });
  const dialog = (flow: Flow) => inviteDialog(page.getByRole('dialog', { name: FLOWS[flow].dialog }));
  return {
    /** Of all invitations, whatever became of them. */
    path: (tenantId: string) => `/t/${tenantId}/invitations?tab=all`,
    heading: page.getByRole('heading', { level: 1, name: 'Invitations' }),
    search,
    tab: (words: string) => page.getByRole('tab', { name: words }),
    filter: (label: string) => page.getByRole('combobox', { name: label, exact: true }),
    inviteButtons: page.getByRole('button', { name: /^Invite / }),
    /** A row of the table, on a wide screen. */
    row: (email: string) => page.getByRole('row').filter({ hasText: email }),
    /** A card of the list, where there is no room for columns. */
    card: (email: string) => page.getByRole('listitem').filter({ hasText: email }),
    menuOf: (name: string) => page.getByRole('button', { name: `Actions for ${name}` }),
    /** Chooses an action from the menu of a row. @returns the dialog that it opens */
    async act(name: string, action: string) {
      await page.getByRole('button', { name: `Actions for ${name}` }).click();
      await page.getByRole('menuitem', { name: action }).click();
      return page.getByRole('dialog', { name: `${action}: ${name}` });
    },
    /** The invitation beside the list. */
    drawer: page.getByRole('dialog', { name: 'Invitation', exact: true }),
    nameOf: (name: string) => page.getByRole('link', { name, exact: true }),
    events: page.getByRole('list', { name: 'Timeline' }).getByRole('listitem'),
    /** The form of a flow, once it was asked for. */
    dialog,
    async openForm(flow: Flow) {
      await page.getByRole('button', { name: FLOWS[flow].button }).click();
      return dialog(flow);
    },
    linkDialog: (name: string) => linkBox(page.getByRole('dialog', { name: `Copy link: ${name}` })),
  };
}

function inviteDialog(dialog: Locator) {
  const submit = dialog.getByRole('button', { name: 'Send invitation' });
  const fields = {
    email: dialog.getByLabel('Email'),
    firstName: dialog.getByLabel('First name'),
    lastName: dialog.getByLabel('Last name'),
  };
  return {
    ...linkBox(dialog),
    submit,
    ...fields,
    role: dialog.getByRole('combobox', { name: 'Role' }),
    problem: dialog.getByRole('alert'),
    async fill(invited: Invited): Promise<void> {
      await fields.email.fill(invited.email);
      await fields.firstName.fill(invited.firstName);
      await fields.lastName.fill(invited.lastName);
    },
    /** What the dialog says when the invitation is made. */
    success: (firstName: string) => dialog.getByRole('heading', { name: `${firstName} is invited` }),
    another: dialog.getByRole('button', { name: 'Invite another' }),
    done: dialog.getByRole('button', { name: 'Done' }),
  };
}

function linkBox(dialog: Locator) {
  return {
    dialog,
    link: dialog.getByLabel('Invitation link'),
    copy: dialog.getByRole('button', { name: 'Copy link' }),
    copied: dialog.getByRole('button', { name: 'Copied' }),
    qrCode: dialog.getByRole('img', { name: /^QR code/ }),
  };
}
