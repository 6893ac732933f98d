import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const PARAMETER = 'invitation';

export interface OpenInvitation {
  /** Whose invitation is open beside the list. */
  uid: string | null;
  /** @returns the address that opens it, with the list as it is now */
  hrefOf: (uid: string) => string;
  close: () => void;
}

/** Which invitation is open, which the page's address says too. */
export function useOpenInvitation(): OpenInvitation {
  const [address, setAddress] = useSearchParams();
  const hrefOf = (uid: string) => {
    const opened = new URLSearchParams(address);
    opened.set(PARAMETER, uid);
    return `?${opened.toString()}`;
  };
  const close = useCallback(
    () =>
      setAddress((before) => {
        const closed = new URLSearchParams(before);
        closed.delete(PARAMETER);
        return closed;
      }),
    [setAddress],
  );
  return { uid: address.get(PARAMETER), hrefOf, close };
}
