import Button from '@mui/material/Button';
import { CardPage } from '../shared/ui/CardPage.tsx';
import { Message } from '../shared/ui/Message.tsx';

/** What a page shows when it broke, or when its code could not be fetched (after a new version, or without a connection). */
export function ErrorPage() {
  return (
    <CardPage>
      <Message
        level={1}
        title="This page didn't load"
        action={
          <Button variant="contained" onClick={() => window.location.reload()}>
            Reload page
          </Button>
        }
      >
        Something went wrong, or the connection was lost. Everything you saved is safe.
      </Message>
    </CardPage>
  );
}
