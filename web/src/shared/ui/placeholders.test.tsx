import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SLOW_AFTER_MS } from '../connection/connection.ts';
import { ListSkeleton } from './ListSkeleton.tsx';
import { Loading } from './Loading.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([
  ['a page', <Loading key="page" label="Opening Acme" />],
  ['a list', <ListSkeleton key="list" label="Opening Acme" count={3} itemHeight={80} />],
])(
  'a placeholder for %s says what is on its way, and later that it takes long',
  async (_what, placeholder) => {
    render(placeholder);
    expect(screen.getByRole('progressbar', { name: 'Opening Acme' })).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(SLOW_AFTER_MS - 1));
    expect(screen.getByRole('status')).not.toHaveTextContent(/longer than usual/);
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(screen.getByRole('status')).toHaveTextContent(/This is taking longer than usual/);
  },
);
