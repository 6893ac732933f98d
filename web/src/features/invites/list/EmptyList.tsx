import ForwardToInboxOutlined from '@mui/icons-material/ForwardToInboxOutlined';
import Button from '@mui/material/Button';
import { Message } from '../../../shared/ui/Message.tsx';
import type { Tab } from './invitationsView.ts';

/** What an empty tab says where nothing else narrows the list. */
const EMPTY: Readonly<Record<Tab, [title: string, text: string]>> = {
  open: ['No open invitations', 'People you invite appear here until they answer.'],
  attention: [
    'Nothing needs attention',
    'Emails that were not delivered, and invitations that expire soon or have expired, appear here.',
  ],
  accepted: ['Nobody has accepted yet', 'People appear here when they join.'],
  ended: ['No ended invitations', 'Declined, revoked and expired invitations appear here.'],
  all: ['No invitations yet', 'People you invite appear here. You can see when they accept.'],
};

interface EmptyListProps {
  tab: Tab;
  /** Whether a search or a filter narrows the list. */
  narrowed: boolean;
  onShowAll: () => void;
}

/** Says why there is nothing, and how to see more. */
export function EmptyList({ tab, narrowed, onShowAll }: EmptyListProps) {
  const showAll = (
    <Button variant="outlined" onClick={onShowAll}>
      Show all invitations
    </Button>
  );
  if (narrowed) {
    return (
      <Message title="No invitations found" action={showAll}>
        Try the start of a name or email address, or other filters.
      </Message>
    );
  }
  const [title, text] = EMPTY[tab];
  return (
    <Message title={title} icon={<ForwardToInboxOutlined />} action={tab === 'all' ? null : showAll}>
      {text}
    </Message>
  );
}
