import { useContext } from 'react';
import { documentKeys } from '../../../../../functions/src/contract/documentKeys.ts';
import { useLiveDocument } from '../../../shared/firebase/useLiveDocument.ts';
import { AuthContext } from '../../../shared/session/AuthContext.ts';
import { hoursInWords } from '../../../shared/words/hoursInWords.ts';

const UNKNOWN = 'Company default';

/** @returns how long the company's invitations last, in words; for whoever may not read its settings, only that it has a usual time. */
export function useUsualExpiry(tenantId: string): string {
  const session = useContext(AuthContext);
  const membership = session?.memberships.find((each) => each.tenantId === tenantId);
  const readsSettings = session?.hrx || (membership?.state === 'active' && membership.role === 'Admin');
  const settings = useLiveDocument(readsSettings ? documentKeys.tenantSettings(tenantId) : null);
  if (settings.state !== 'loaded' || !settings.document) return UNKNOWN;
  return `${UNKNOWN} (${hoursInWords(settings.document.inviteLifetimeHours)})`;
}
