/** The callables about invitations, by their deployed names. */
import { defineCallable, definePublicCallable } from '../platform/defineCallable.ts';
import { INVITE_LINK_KEY } from '../platform/params.ts';
import { acceptInvite as accept } from './answer/acceptInvite.ts';
import { createInviteLink as createLink } from './links/createInviteLink.ts';
import { declineInvite as decline } from './answer/declineInvite.ts';
import { getInvite as get } from './answer/getInvite.ts';
import { inviteUser as invite } from './send/inviteUser.ts';
import { redeemInvite as redeem } from './answer/redeemInvite.ts';
import { sendInviteMail as sendMail } from './send/sendInviteMail.ts';

const secrets = [INVITE_LINK_KEY];

export const inviteUser = defineCallable('inviteUser', invite, { secrets });
export const createInviteLink = defineCallable('createInviteLink', createLink, { secrets });
export const acceptInvite = defineCallable('acceptInvite', accept);
export const declineInvite = definePublicCallable('declineInvite', decline);
export const getInvite = definePublicCallable('getInvite', get);
export const redeemInvite = definePublicCallable('redeemInvite', (deps, _caller, request) =>
  redeem(deps, request),
);
export const sendInviteMail = definePublicCallable('sendInviteMail', (deps, _caller, request) =>
  sendMail(deps, request),
);
