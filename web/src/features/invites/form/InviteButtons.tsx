import PersonAddAlt from '@mui/icons-material/PersonAddAlt';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../../shared/connection/lazyPart.ts';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { FormDialog } from '../../../shared/ui/FormDialog.tsx';
import { grantableRoles } from './grantable.ts';
import { PRESETS, type FlowType } from './presets.ts';
import { useGranter } from './useGranter.ts';

// The forms bring zod and react-hook-form, which the list does without: they are fetched when somebody invites.
const InviteUserForm = lazyPart(() => import('./InviteUserForm.tsx'), 'InviteUserForm');
const RecruiterInviteForm = lazyPart(() => import('./RecruiterInviteForm.tsx'), 'RecruiterInviteForm');
const WorkforceInviteForm = lazyPart(() => import('./WorkforceInviteForm.tsx'), 'WorkforceInviteForm');

const FLOWS = [
  { flow: 'workforce', text: 'Invite worker', Form: WorkforceInviteForm },
  { flow: 'recruiter', text: 'Invite recruiter', Form: RecruiterInviteForm },
  { flow: 'general', text: 'Invite someone else', Form: InviteUserForm },
] as const satisfies readonly { flow: FlowType; [rest: string]: unknown }[];

interface InviteButtonsProps {
  tenantId: string;
  /** Shows the open invitation of an address. */
  onShowInvitation: (email: string) => void;
}

/** A button for each flow that has a role for this person to give, and the dialog that it opens. */
export function InviteButtons({ tenantId, onShowInvitation }: InviteButtonsProps) {
  const { granter } = useGranter(tenantId);
  const [open, setOpen] = useState(false);
  // Kept while the dialog fades out.
  const [flow, setFlow] = useState<FlowType>('general');
  const { Form } = FLOWS.find((each) => each.flow === flow) ?? FLOWS[2];
  const offered = FLOWS.filter((each) => grantableRoles(granter, PRESETS[each.flow].allowedRoles).length > 0);

  const handleClose = () => setOpen(false);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {offered.map((each, place) => (
        <Button
          key={each.flow}
          variant={place === 0 ? 'contained' : 'outlined'}
          startIcon={<PersonAddAlt />}
          onClick={() => {
            setFlow(each.flow);
            setOpen(true);
          }}
        >
          {each.text}
        </Button>
      ))}
      <FormDialog label={PRESETS[flow].title} open={open} onClose={handleClose}>
        <Suspense fallback={<Loading label="Loading the form" />}>
          <Form
            tenantId={tenantId}
            onCancel={handleClose}
            onShowInvitation={(email) => {
              handleClose();
              onShowInvitation(email);
            }}
          />
        </Suspense>
      </FormDialog>
    </Box>
  );
}
