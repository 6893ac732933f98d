import { render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

interface HeadingProps {
  children: string;
  onLoad?: 'focus' | 'leave';
}

/** A heading in a document that was loaded a moment ago. */
async function loadDocument() {
  vi.resetModules();
  const { useHeadingFocus } = await import('./useHeadingFocus.ts');
  return function Heading({ children, onLoad = 'leave' }: HeadingProps) {
    return (
      <h1 ref={useHeadingFocus(children, onLoad)} tabIndex={-1}>
        {children}
      </h1>
    );
  };
}

let Heading: Awaited<ReturnType<typeof loadDocument>>;

beforeEach(async () => {
  Heading = await loadDocument();
});

const heading = () => screen.getByRole('heading');

describe('the focus of a heading', () => {
  it('stays with the browser when the document was loaded', () => {
    render(<Heading>Sign in</Heading>, { wrapper: StrictMode });
    expect(heading()).not.toHaveFocus();
  });

  it('comes at once where nothing stands before the heading, and the next one is no first one', () => {
    const { rerender } = render(<Heading onLoad="focus">Join Acme</Heading>, { wrapper: StrictMode });
    expect(heading()).toHaveFocus();
    rerender(<Heading key="tenant">Acme Staffing</Heading>);
    expect(heading()).toHaveFocus();
  });

  it('comes to every later heading', () => {
    const { rerender } = render(<Heading key="sign-in">Sign in</Heading>, { wrapper: StrictMode });
    rerender(<Heading key="tenant">Acme Staffing</Heading>);
    expect(heading()).toHaveFocus();
  });

  it('comes to the same heading when it heads something else, the first among them', () => {
    const { rerender } = render(<Heading>Sign in</Heading>, { wrapper: StrictMode });
    rerender(<Heading>Sign in</Heading>);
    expect(heading()).not.toHaveFocus();
    rerender(<Heading>Acme Staffing</Heading>);
    expect(heading()).toHaveFocus();
    heading().blur();
    rerender(<Heading>Sign in</Heading>);
    expect(heading()).toHaveFocus();
  });
});
