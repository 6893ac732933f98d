/** What the owner of an account is told about it. Pure. */
import type { TenantDocument } from '../../contract/documents.ts';
import type { AccountNotice } from '../../contract/notices.ts';
import type { Role } from '../../contract/roles.ts';
import { ROLE_SENTENCES, withArticle } from '../../contract/roleWords.ts';
import type { NoticeMailModel } from './noticeMail.ts';

interface AccountNoticeMail {
  notice: AccountNotice;
  /** null where it is about no company. */
  tenant: Pick<TenantDocument, 'name' | 'branding'> | null;
  role: Role | null;
}

interface AccountLinks {
  home: string;
  reset: string;
}

const NOT_YOU = "If that wasn't you, set a new password now. That signs everyone else out.";
const SET_PASSWORD = 'Set a new password';

export function accountNoticeMail(told: AccountNoticeMail, links: AccountLinks): NoticeMailModel {
  const { notice, tenant, role } = told;
  const shared = { quote: null, noticesLink: null, brandColor: tenant?.branding.color ?? null };
  const about = 'You received this email because it is about the safety of your account.';
  switch (notice) {
    case 'role_given': {
      const company = tenant?.name ?? '';
      return {
        ...shared,
        subject: 'Your role has changed',
        heading: `You are now ${withArticle(role ?? 'Worker')} at ${company}`,
        lines: [ROLE_SENTENCES[role ?? 'Worker']],
        button: 'Open HRX Invites',
        link: links.home,
        why: `You received this email because you are a member of ${company}.`,
        withoutTyped: () => accountNoticeMail({ ...told, tenant: tenant && { ...tenant, name: '·' } }, links),
      };
    }
    case 'password_set':
      return {
        ...shared,
        subject: 'Your HRX Invites password was set',
        heading: 'A password was set for your account',
        lines: [
          'Someone opened an invitation link and chose a password for the account with this email address.',
          NOT_YOU,
        ],
        button: SET_PASSWORD,
        link: links.reset,
        why: about,
      };
    case 'account_reclaimed':
      return {
        ...shared,
        subject: 'Your HRX Invites account has a new password',
        heading: 'Your email address is confirmed',
        lines: [
          'A new password was set with a link that we sent to this email address. Everyone else was signed out, and other ways to sign in were removed.',
          NOT_YOU,
        ],
        button: SET_PASSWORD,
        link: links.reset,
        why: about,
      };
  }
}
