import { Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { documentKeys } from '../../../../../functions/src/contract/documentKeys.ts';
import type { Who } from '../../../../../functions/src/domain/inviteManagement.ts';
import { useLiveDocument } from '../../../shared/firebase/useLiveDocument.ts';
import { FormDialog } from '../../../shared/ui/FormDialog.tsx';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { nameOf } from '../inviteWords.ts';
import { ACTION_FORMS } from './actionForms.ts';
import { ACTION_WORDS, actionsFor, type InviteAction } from './inviteActions.ts';
import { ManageContext } from './ManageContext.ts';

interface Started {
  action: InviteAction;
  invite: PendingInviteDocument;
}

/** Gives what is under it the actions on invitations, and shows the dialog of the one that was chosen. */
export function ManageInvitations({ who, children }: { who: Who | null; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  // Kept while the dialog fades out.
  const [started, setStarted] = useState<Started | null>(null);
  const start = useCallback((action: InviteAction, invite: PendingInviteDocument) => {
    setStarted({ action, invite });
    setOpen(true);
  }, []);
  const management = useMemo(
    () => ({
      start,
      actionsFor: (invite: PendingInviteDocument, now: number) => actionsFor(who, invite, now),
    }),
    [who, start],
  );
  return (
    <ManageContext value={management}>
      {children}
      {started && (
        <FormDialog
          label={`${ACTION_WORDS[started.action]}: ${nameOf(started.invite)}`}
          open={open}
          onClose={() => setOpen(false)}
        >
          <Suspense fallback={<Loading label="Loading the form" />}>
            <LiveForm {...started} onClose={() => setOpen(false)} />
          </Suspense>
        </FormDialog>
      )}
    </ManageContext>
  );
}

/** The invitation may change while its form is open. */
function LiveForm({ action, invite, onClose }: Started & { onClose: () => void }) {
  const Form = ACTION_FORMS[action];
  const live = useLiveDocument(documentKeys.pendingInvite(invite.tenantId, invite.uid));
  const current = live.state === 'loaded' ? live.document : null;
  return <Form invite={current ?? invite} onClose={onClose} />;
}
