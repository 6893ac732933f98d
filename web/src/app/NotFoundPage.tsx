import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { pagePaths } from '../shared/routing/pagePaths.ts';
import { CardPage } from '../shared/ui/CardPage.tsx';
import { Message } from '../shared/ui/Message.tsx';

export function NotFoundPage() {
  return (
    <CardPage>
      <Message
        level={1}
        title="Page not found"
        action={
          <Button variant="contained" component={Link} to={pagePaths.root.getHref()}>
            Go to home page
          </Button>
        }
      >
        The address may be wrong, or the page was moved.
      </Message>
    </CardPage>
  );
}
