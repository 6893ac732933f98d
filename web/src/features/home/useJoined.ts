import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';

/** @returns whether the person has just joined (`?joined`): said once, so it is taken out of the address. */
export function useJoined(): boolean {
  const [params, setParams] = useSearchParams();
  const isSaid = params.has('joined');
  const [hasJoined] = useState(isSaid);
  useEffect(() => {
    if (isSaid) setParams({}, { replace: true });
  }, [isSaid, setParams]);
  return hasJoined;
}
