// The entry of `/invite`: small, so that the invitation is asked for while the rest is on its way (invitePage.ts).
// First, so that nothing else sees the secret in the address.
import './features/answer/redeem/inviteLink.ts';
import './features/answer/redeem/earlyInvite.ts';

import('./app/renderInvitePage.tsx').then(
  ({ renderInvitePage }) => renderInvitePage(),
  () => {
    const words = document.getElementById('loading-words');
    if (words) words.textContent = "This page didn't load. Check your connection and reload it.";
  },
);
