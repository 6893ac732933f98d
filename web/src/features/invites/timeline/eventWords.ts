import type {
  InviteEventDetails,
  InviteEventDocument,
  InviteEventKind,
} from '../../../../../functions/src/contract/documents.ts';
import { dateInWords } from '../../../shared/words/timeInWords.ts';
import { reasonInWords } from '../inviteWords.ts';

export interface EventWords {
  title: string;
  /** One line each. */
  details: string[];
}

const TITLES: Readonly<Record<InviteEventKind, string>> = {
  created: 'Invited',
  mail_queued: 'Email queued',
  mailed: 'Email sent',
  mail_deferred: 'Email delayed',
  mail_held: 'Email not sent',
  mail_failed: 'Email not delivered',
  delivered: 'Email delivered',
  bounced: 'Email not delivered',
  complained: 'Email marked as spam',
  opened: 'Link opened',
  link_copied: 'Link copied',
  link_renewed: 'New link requested',
  reminded: 'Reminder sent',
  reminders_off: 'Reminders turned off',
  updated: 'Edited',
  resent: 'Resent',
  address_corrected: 'Email address corrected',
  accepted: 'Accepted',
  declined: 'Declined',
  revoked: 'Revoked',
  expired: 'Expired',
  address_erased: 'Email address erased',
};

type Tell = (details: InviteEventDetails) => (string | null)[];

const serverSays: Tell = ({ error }) => [
  typeof error === 'string' ? `The email server said: ${error}` : null,
];
const because: Tell = ({ reason }) => [typeof reason === 'string' ? reasonInWords(reason) : null];

/** What there is to say of some kinds beside their title. */
const DETAILS: Partial<Readonly<Record<InviteEventKind, Tell>>> = {
  mail_deferred: (details) => [...serverSays(details), 'We try again.'],
  mail_held: () => ['This email address has reached the limit of emails for today. We send it tomorrow.'],
  mail_failed: serverSays,
  bounced: serverSays,
  opened: () => ['By the person, or by a program that checks their email.'],
  link_copied: ({ fresh }) => [fresh === true ? 'A new link. Links copied before no longer work.' : null],
  link_renewed: () => ['The old link had expired. We emailed a new one.'],
  reminders_off: () => ['They asked for no more reminders.'],
  updated: changesInWords,
  resent: () => ['Links from before no longer work.'],
  address_corrected: ({ emailFrom, emailTo }) => [changeInWords('Email', emailFrom, emailTo)],
  declined: because,
  revoked: because,
};

/** What people call the fields of an invitation. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  role: 'Role',
  securityLevel: 'Security level',
  permissions: 'Permissions',
  firstName: 'First name',
  lastName: 'Last name',
  message: 'Message',
  designation: 'Job title',
  department: 'Department',
  expiresAt: 'Expires',
};

/** @returns what an event of the timeline says to people. */
export function eventInWords({ kind, details }: Pick<InviteEventDocument, 'kind' | 'details'>): EventWords {
  const told = DETAILS[kind]?.(details) ?? [];
  return { title: TITLES[kind], details: told.filter((line) => line !== null) };
}

function changesInWords(details: InviteEventDetails): string[] {
  const { changed } = details;
  if (!Array.isArray(changed)) return [];
  return changed.map((field) =>
    changeInWords(
      FIELD_WORDS[field] ?? field,
      ...([`${field}From`, `${field}To`].map((name) => read(field, details[name])) as [Value, Value]),
    ),
  );
}

/** An instant is stored as text. */
function read(field: string, value: Value): Value {
  return field === 'expiresAt' && typeof value === 'string' ? dateInWords(Date.parse(value)) : value;
}

function changeInWords(field: string, from: Value, to: Value): string {
  return `${field}: ${valueInWords(from)} → ${valueInWords(to)}`;
}

type Value = InviteEventDetails[string] | undefined;

function valueInWords(value: Value): string {
  if (value === null || value === undefined || value === '') return 'none';
  return Array.isArray(value) ? value.join(', ') || 'none' : String(value);
}
