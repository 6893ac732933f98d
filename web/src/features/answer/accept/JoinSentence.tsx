import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';

interface JoinSentenceProps {
  /** The address of the account that will join, masked where that is all we know. */
  account: string;
  /** The person's name as the inviter wrote it, where it can still be changed. */
  name?: string | undefined;
  onChangeName?: () => void;
}

/** Names the account that will join, before it does. */
export function JoinSentence({ account, name, onChangeName }: JoinSentenceProps) {
  return (
    <Typography component="div" sx={{ overflowWrap: 'anywhere', textWrap: 'pretty' }}>
      You will join{' '}
      {name && (
        <>
          as <strong>{name}</strong>{' '}
        </>
      )}
      with <strong>{account}</strong>.{' '}
      {onChangeName && (
        <Button
          onClick={onChangeName}
          sx={{ px: 0, my: -1.5, minWidth: 0, verticalAlign: 'baseline', whiteSpace: 'nowrap' }}
        >
          Change name
        </Button>
      )}
    </Typography>
  );
}
