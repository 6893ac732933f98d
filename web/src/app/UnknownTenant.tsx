import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { errorMessage } from '../shared/callable/errorMessage.ts';
import { pagePaths } from '../shared/routing/pagePaths.ts';
import { Message } from '../shared/ui/Message.tsx';

/** For strangers to a tenant: they are not told whether it exists. */
export function UnknownTenant() {
  return (
    <Message
      level={1}
      title="You don't have access to this company"
      action={
        <Button variant="contained" component={Link} to={pagePaths.root.getHref()}>
          Go to home page
        </Button>
      }
    >
      {errorMessage('tenant/not-found')}
    </Message>
  );
}
