import { useLayoutEffect, useRef, type RefObject } from 'react';

/** The heading that the document was opened with, and what it headed. */
let first: { heading: HTMLElement; of: string } | null = null;
let hasMovedOn = false;

/**
 * Moves the focus to a page's heading after a navigation, since what led there may be gone: a screen reader goes on from
 * here. The first page after the document was loaded leaves it where the browser put it, before the skip link.
 *
 * @param of what the heading heads: the page's address
 */
export function useHeadingFocus(of: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    const element = heading.current;
    if (!element) return;
    first ??= { heading: element, of };
    hasMovedOn ||= first.heading !== element || first.of !== of;
    if (hasMovedOn) element.focus({ preventScroll: true });
  }, [of]);

  return heading;
}
