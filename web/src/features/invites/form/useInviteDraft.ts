import { useContext, useState } from 'react';
import { AuthContext } from '../../../shared/session/AuthContext.ts';
import { keepDraft, readDraft } from '../../../shared/session/drafts.ts';
import { inviteFormSchema, type InviteFormField, type InviteFormInput } from './inviteFormSchema.ts';
import type { FlowType } from './presets.ts';

export interface InviteDraft {
  /** What was typed into this form before, and not sent. */
  kept: Partial<InviteFormInput> | null;
  /** Keeps what is typed; what nobody changed is no draft. */
  keep: (values: InviteFormInput) => void;
  forget: () => void;
}

interface DraftOf {
  tenantId: string;
  flow: FlowType;
  /** The form before anybody types. */
  empty: InviteFormInput;
}

/** What somebody typed into an invite form stays until it is sent: also where they close it, reload, or have to sign in again. */
export function useInviteDraft({ tenantId, flow, empty }: DraftOf): InviteDraft {
  const uid = useContext(AuthContext)?.user?.uid;
  const form = `invite.${uid ?? ''}.${tenantId}.${flow}`;
  const [kept, setKept] = useState(() => known(readDraft(form), empty));
  return {
    kept,
    keep: (values) => {
      const isTyped = FIELDS.some((field) => values[field] !== empty[field]);
      keepDraft(form, isTyped ? values : null);
    },
    forget: () => {
      keepDraft(form, null);
      setKept(null);
    },
  };
}

const FIELDS = Object.keys(inviteFormSchema.shape) as InviteFormField[];

/** What is not of the form's shape, from an older version of it, is left out. */
function known(
  draft: Record<string, unknown> | null,
  empty: InviteFormInput,
): Partial<InviteFormInput> | null {
  if (!draft) return null;
  const fields = FIELDS.filter((field) => typeof draft[field] === typeof empty[field]);
  return Object.fromEntries(fields.map((field) => [field, draft[field]]));
}
