import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

export interface OpenInAddress {
  id: string | null;
  /** @returns the address that opens it, with the list as it is now */
  hrefOf: (id: string) => string;
  open: (id: string) => void;
  close: () => void;
}

/**
 * What is open over the list, which the page's address says too, so that it can be shared.
 * @param what an invitation's timeline, or a job
 */
export function useOpenInAddress(what: 'invitation' | 'job'): OpenInAddress {
  const [address, setAddress] = useSearchParams();
  const change = useCallback(
    (id: string | null) => setAddress((before) => withParameter(before, what, id)),
    [setAddress, what],
  );
  return {
    id: address.get(what),
    hrefOf: (id) => `?${withParameter(address, what, id).toString()}`,
    open: change,
    close: useCallback(() => change(null), [change]),
  };
}

function withParameter(before: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const after = new URLSearchParams(before);
  if (value === null) after.delete(name);
  else after.set(name, value);
  return after;
}
