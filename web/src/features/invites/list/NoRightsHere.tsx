import LockOutlined from '@mui/icons-material/LockOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { Message } from '../../../shared/ui/Message.tsx';

/** For members who neither invite nor see who was invited. */
export function NoRightsHere() {
  return (
    <Message
      title="Invitations are looked after by your Admins"
      icon={<LockOutlined />}
      action={
        <Button variant="outlined" component={Link} to={pagePaths.myInvitations.getHref()}>
          See invitations to me
        </Button>
      }
    >
      Your role does not include inviting people. If you would like to bring somebody in, ask an Admin of this
      tenant.
    </Message>
  );
}
