import type { ComponentProps } from 'react';
import { Link } from 'react-router-dom';

/** A button with an address, within the app: shared parts say `href`, and stand on pages without a router too. */
export function RouterLink({ href, ...link }: { href: string } & Omit<ComponentProps<typeof Link>, 'to'>) {
  return <Link to={href} {...link} />;
}
