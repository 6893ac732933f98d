/** The deploy list: every function of the product by its deployed name, and nothing else. */
export {
  acceptInvite,
  createInviteLink,
  declineInvite,
  getInvite,
  inviteUser,
  redeemInvite,
  sendInviteMail,
} from './invites/invites.callables.ts';
export { setTenantRole } from './members/members.callables.ts';
export { syncClaims } from './claims/claims.tasks.ts';
export {
  redeemSignInLink,
  requestPasswordReset,
  requestSignInLink,
  setNewPassword,
} from './recovery/recovery.callables.ts';
export { deliverMail } from './mail/mail.tasks.ts';
export { deliverReset } from './recovery/recovery.tasks.ts';
