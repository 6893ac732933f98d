import DomainAddOutlined from '@mui/icons-material/DomainAddOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { pagePaths } from '../shared/routing/pagePaths.ts';
import { useAuth } from '../shared/session/AuthContext.ts';
import { Message } from '../shared/ui/Message.tsx';

/** For somebody who is signed in and belongs nowhere yet. */
export function NoTenantPage() {
  const { user } = useAuth();
  return (
    <Message
      level={1}
      icon={<DomainAddOutlined />}
      title="You are not in a company yet"
      action={
        <Button variant="contained" component={Link} to={pagePaths.myInvitations.getHref()}>
          See my invitations
        </Button>
      }
    >
      You are signed in as {user?.email ?? 'yourself'}. If you were invited, accept the invitation first. If
      not, ask an Admin of your company to invite this email address.
    </Message>
  );
}
