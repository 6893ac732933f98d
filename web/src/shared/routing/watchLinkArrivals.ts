/** A link that came, and the how-manyth it is: the same link opened twice arrives twice. */
export interface Arrival<Link> {
  link: Link;
  count: number;
}

export interface LinkArrivals<Link> {
  /** Takes the link out of the address bar, if there is one: at once, and again when the address changes. */
  take: () => void;
  /** Forgets the link, after it did its work. */
  forget: () => void;
  /** @returns the latest arrival, the same object until another comes. */
  current: () => Arrival<Link>;
  /** @returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void;
}

interface LinkPage<Link> {
  path: string;
  /** What the page has without a link. */
  none: Link;
  /** @returns what the page has when it is opened without a link in its address. */
  recall?: () => Link;
  /** @returns what the address holds, and the query that stays; null: nothing that has to leave the address bar. */
  read: (address: { search: string; hash: string }) => { link: Link; search: string } | null;
}

/**
 * Links whose secret must not stay in the address bar or the history: it is in memory, never in a log, a referrer or an
 * address that is asked for. Does nothing on other pages.
 */
export function watchLinkArrivals<Link>({
  path,
  none,
  recall = () => none,
  read,
}: LinkPage<Link>): LinkArrivals<Link> {
  let arrival: Arrival<Link> = { link: recall(), count: 0 };
  const listeners = new Set<() => void>();

  const arrive = (link: Link) => {
    arrival = { link, count: arrival.count + 1 };
    for (const listener of listeners) listener();
  };
  const take = () => {
    if (window.location.pathname !== path) return;
    const found = read(window.location);
    if (found === null) return;
    window.history.replaceState(window.history.state, '', `${path}${found.search}`);
    arrive(found.link);
  };

  // A second link that is opened in the same tab changes the fragment alone: `popstate` comes before `hashchange`.
  window.addEventListener('popstate', take);
  window.addEventListener('hashchange', take);
  return {
    take,
    forget: () => arrive(none),
    current: () => arrival,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
