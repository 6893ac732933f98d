/** Every number that a person can run into, with its unit. The source is docs/architecture.md, "Numbers". No zod here. */

export const INVITE_TTL_HOURS = 168;
export const INVITE_TTL_HOURS_MIN = 1;
export const INVITE_TTL_HOURS_MAX = 720;

export const PASSWORD_LENGTH_MIN = 8;
export const PASSWORD_LENGTH_MAX = 128;

/** RFC 5321, 4.5.3.1.3: a path is at most 256 octets with its brackets. */
export const EMAIL_LENGTH_MAX = 254;
/** RFC 5321, 4.5.3.1.1. */
export const EMAIL_LOCAL_PART_LENGTH_MAX = 64;
export const NAME_LENGTH_MAX = 64;
export const MESSAGE_LENGTH_MAX = 500;
export const REASON_LENGTH_MAX = 200;
export const DESIGNATION_LENGTH_MAX = 80;

export const INVITES_A_MINUTE = 5;
export const INVITES_A_MINUTE_HRX = 60;
export const REFUSALS_A_MINUTE = 60;
/** Copies of links by one inviter. */
export const LINKS_A_MINUTE = 30;
/** From one network, at what anybody may call: a secret that never was one, an address that is not the link's. */
export const MISSES_A_MINUTE = 60;
/** What browsers tell about the pages' policy, from one network. */
export const REPORTS_A_MINUTE = 30;
/** Typed beside one mailed link, in so many minutes: then none is taken for a while. */
export const WRONG_ADDRESSES_OF_LINK = 10;
export const WRONG_ADDRESSES_MINUTES = 15;
export const MAILS_A_DAY_FROM_TENANT = 3;
export const MAILS_A_DAY_TO_ADDRESS = 10;
/** What anybody can have sent to an address counts by itself: it must not use up what is left for invitations. */
export const MAILS_A_DAY_ASKED_BY_ANYBODY = 5;
/** News about their invitations that an inviter gets one by one; what is more comes once a day, in one email. */
export const NOTICES_A_DAY = 5;
/** Sending an invitation again: at once the first time, then this far apart, and so often. */
export const RESEND_COOLDOWN_MINUTES = 5;
export const RESENDS_MAX = 5;
/** An invitation of which less is left than this ends soon; of a short life, less than this part of it. */
export const ENDS_SOON_HOURS = 24;
export const ENDS_SOON_PART = 1 / 4;
/** How many rows one job about invitations takes that are named one by one. */
export const JOB_NAMED_ROWS_MAX = 500;
/** Fresh links that the invitee of an expired invitation can ask for, one after the other; and how soon once more. */
export const FRESH_LINKS_MAX = 2;
export const FRESH_LINK_COOLDOWN_SECONDS = 60;
/** How long a tenant leaves somebody in peace who declined. HRX and other tenants may ask at once. */
export const DECLINED_REST_DAYS = 7;
/** Asking for a mail that lets somebody back in, a new password or a sign-in link: from one network, and for one address. */
export const RECOVERIES_A_MINUTE = 60;
export const RECOVERY_COOLDOWN_SECONDS = 60;
export const RECOVERY_LINK_LIVES_MINUTES = 60;
export const PENDING_INVITES_MAX = 200;
export const SEAT_LIMIT_MAX = 100_000;

/** Work on many, and what became of each row, is shown this long. */
export const JOB_KEPT_DAYS = 90;

/** An account that we made, that nobody has used, and that nothing needs any more is deleted after this long. */
export const UNUSED_ACCOUNT_KEPT_HOURS = 24;
/** The address, the names and the timeline of an invitation are erased this long after its end. */
export const ENDED_ADDRESS_KEPT_DAYS = 90;

/** Links are kept (to tell their holder what became of them) this long past the invitation's end. */
export const LINK_KEPT_DAYS = 30;
