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
        title="There is no such page"
        action={
          <Button variant="contained" component={Link} to={pagePaths.root.getHref()}>
            Go to the start
          </Button>
        }
      >
        The address may have a typing error, or the page may have moved.
      </Message>
    </CardPage>
  );
}
