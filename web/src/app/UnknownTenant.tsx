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
      title="This tenant is not open to you"
      action={
        <Button variant="contained" component={Link} to={pagePaths.root.getHref()}>
          Go to the start
        </Button>
      }
    >
      {errorMessage('tenant/not-found')}
    </Message>
  );
}
