import { useLayoutEffect, useRef, type RefObject } from 'react';

/** The heading that the document was opened with, and what it headed. */
let first: { heading: HTMLElement; of: string } | null = null;
let hasMovedOn = false;

/**
 * Moves the focus to a heading when what it heads has changed, since what led there may be gone: a screen reader goes on
 * from here.
 *
 * @param of what the heading heads: the page's address, or its own words
 * @param onLoad whether the first heading of the document takes it too; else it stays where the browser put it, before
 *   the skip link
 */
export function useHeadingFocus(of: string, onLoad: 'focus' | 'leave'): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    const element = heading.current;
    if (!element) return;
    first ??= { heading: element, of };
    hasMovedOn ||= first.heading !== element || first.of !== of;
    if (hasMovedOn || onLoad === 'focus') element.focus({ preventScroll: true });
  }, [of, onLoad]);

  return heading;
}
