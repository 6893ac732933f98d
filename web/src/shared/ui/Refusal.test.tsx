import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from './Refusal.tsx';

describe('why a form was refused', () => {
  const scrollIntoView = vi.spyOn(Element.prototype, 'scrollIntoView');
  beforeEach(() => scrollIntoView.mockClear());
  afterEach(() => expect(screen.getByRole('alert')).toBeVisible());

  it('comes into view, and again when there is another reason', () => {
    const { rerender } = render(<Refusal fieldsSayMore={false}>You are already in.</Refusal>);
    expect(scrollIntoView).toHaveBeenCalledOnce();
    rerender(<Refusal fieldsSayMore={false}>All seats are taken.</Refusal>);
    expect(scrollIntoView).toHaveBeenCalledTimes(2);
  });

  it('stays where it is when a field has the focus, also while that is mended', () => {
    const { rerender } = render(<Refusal fieldsSayMore>Check these fields</Refusal>);
    rerender(<Refusal fieldsSayMore={false}>Check these fields</Refusal>);
    expect(scrollIntoView).not.toHaveBeenCalled();
  });
});
