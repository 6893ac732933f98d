import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { documentKeys } from '../../../../../functions/src/contract/documentKeys.ts';
import type { UserDocument } from '../../../../../functions/src/contract/documents.ts';
import { NOTICE_KINDS, type NoticeKind } from '../../../../../functions/src/contract/notices.ts';
import { errorMessage } from '../../../shared/callable/errorMessage.ts';
import { useLiveDocument } from '../../../shared/firebase/useLiveDocument.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';
import { ListSkeleton } from '../../../shared/ui/ListSkeleton.tsx';
import { PageHeading } from '../../../shared/ui/PageHeading.tsx';
import { SettingsSection } from '../../../shared/ui/SettingsSection.tsx';
import { SwitchSetting } from '../../../shared/ui/SwitchSetting.tsx';
import { useMyNotices } from './useMyNotices.ts';

const WORDS: Readonly<Record<NoticeKind, { label: string; text: string }>> = {
  accepted: { label: 'Invitation accepted', text: 'Someone joined with your invitation.' },
  declined: {
    label: 'Invitation declined',
    text: 'Someone declined your invitation. The email has their reason if they gave one.',
  },
  not_delivered: {
    label: 'Email not delivered',
    text: "An invitation email didn't arrive. You can correct the address or share the link.",
  },
  expired: {
    label: 'Invitation expired',
    text: 'Nobody answered in time, or someone asked for a new link after that.',
  },
};

/** Which emails somebody gets about the invitations that they sent: each switch is saved at once. */
export function NoticesPage() {
  const { user } = useAuth();
  const live = useLiveDocument(user && documentKeys.user(user.uid));
  return (
    <>
      <PageHeading lead={`Emails to ${user?.email ?? 'you'} about invitations you sent.`}>
        Email notifications
      </PageHeading>
      <Box sx={{ maxWidth: '44rem' }}>
        {live.state === 'loading' && (
          <ListSkeleton label="Loading your notifications" count={1} itemHeight={380} />
        )}
        {live.state === 'failed' && <Alert severity="error">{errorMessage('service/unavailable')}</Alert>}
        {live.state === 'loaded' && <NoticeSwitches live={live.document} />}
      </Box>
    </>
  );
}

function NoticeSwitches({ live }: { live: UserDocument | null }) {
  const { notices, set, problem } = useMyNotices(live);
  return (
    <Stack spacing={3}>
      <SettingsSection title="Email me when">
        {NOTICE_KINDS.map((kind) => (
          <SwitchSetting
            key={kind}
            label={WORDS[kind].label}
            checked={notices[kind]}
            onChange={(wanted) => set(kind, wanted)}
          >
            {WORDS[kind].text}
          </SwitchSetting>
        ))}
      </SettingsSection>
      {problem && <Alert severity="error">{problem.message}</Alert>}
      <Typography sx={{ color: 'text.secondary' }}>
        Emails about your own account, like a new password, can't be switched off.
      </Typography>
    </Stack>
  );
}
