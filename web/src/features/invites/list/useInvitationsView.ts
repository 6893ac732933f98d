import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readView, writeView, type InvitationsView } from './invitationsView.ts';

export interface ViewInAddress {
  view: InvitationsView;
  change: (changes: Partial<InvitationsView>) => void;
}

/** The view of the page, which lives in its address. Changing it adds no step to the browser's history. */
export function useInvitationsView(): ViewInAddress {
  const [address, setAddress] = useSearchParams();
  const change = useCallback(
    (changes: Partial<InvitationsView>) =>
      setAddress((before) => writeView(before, { ...readView(before), ...changes }), { replace: true }),
    [setAddress],
  );
  return { view: readView(address), change };
}
