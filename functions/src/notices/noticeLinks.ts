/** The pages of ours that notices lead to. */
import { withoutSlash } from '../platform/linkKeys.ts';

/** @returns the list of the company's invitations, with this one open. */
export function rowUrl(frontendUrl: string, { tenantId, uid }: { tenantId: string; uid: string }): string {
  return `${listUrl(frontendUrl, tenantId)}?invitation=${encodeURIComponent(uid)}`;
}

export function listUrl(frontendUrl: string, tenantId: string): string {
  return `${withoutSlash(frontendUrl)}/t/${tenantId}/invitations`;
}

/** @returns where the receiver chooses which notices they get. */
export function noticesUrl(frontendUrl: string): string {
  return `${withoutSlash(frontendUrl)}/account/notices`;
}
