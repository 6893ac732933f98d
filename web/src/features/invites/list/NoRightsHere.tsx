import LockOutlined from '@mui/icons-material/LockOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { Message } from '../../../shared/ui/Message.tsx';

/** For members who neither invite nor see who was invited. */
export function NoRightsHere() {
  return (
    <Message
      title="Your role can't invite people"
      icon={<LockOutlined />}
      action={
        <Button variant="outlined" component={Link} to={pagePaths.myInvitations.getHref()}>
          See my invitations
        </Button>
      }
    >
      Ask an Admin of this company to invite someone, or to change your role.
    </Message>
  );
}
