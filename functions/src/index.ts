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
} from './accounts/recovery/recovery.callables.ts';
export { deliverMail } from './outbox/mail.tasks.ts';
export { deliverReset } from './accounts/recovery/recovery.tasks.ts';
