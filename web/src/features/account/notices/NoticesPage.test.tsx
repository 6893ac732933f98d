import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../../shared/callable/call.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { useLiveDocument } from '../../../shared/firebase/useLiveDocument.ts';
import { AuthContext } from '../../../shared/session/AuthContext.ts';
import { answerCallables } from '../../../shared/testing/answerCallables.ts';
import { aSession, aUser } from '../../../shared/testing/session.ts';
import { NoticesPage } from './NoticesPage.tsx';

vi.mock('../../../shared/firebase/useLiveDocument.ts', () => ({ useLiveDocument: vi.fn() }));
vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));

const ALL = { accepted: true, declined: true, not_delivered: true, expired: true };

beforeEach(() => {
  vi.resetAllMocks();
  answerCallables({
    setMyNotices: ({ notices }) => Promise.resolve({ notices: { ...ALL, ...(notices as object) } }),
  });
});

function open(document: object | null) {
  vi.mocked(useLiveDocument).mockReturnValue({ state: 'loaded', document } as never);
  render(
    <AuthContext value={aSession({ user: aUser('adam@acme.example') })}>
      <MemoryRouter>
        <NoticesPage />
      </MemoryRouter>
    </AuthContext>,
  );
  return userEvent.setup();
}

const declined = () => screen.getByRole('switch', { name: 'Invitation declined' });

describe('my notices', () => {
  it('are all on for somebody who never chose, and each says when it comes [NOTICE-01]', () => {
    open(null);
    for (const each of screen.getAllByRole('switch')) {
      expect(each).toBeChecked();
      expect(each).toHaveAccessibleDescription(/\w+\.$/);
    }
    expect(screen.getAllByRole('switch')).toHaveLength(4);
  });

  it('show what was switched off, and save each switch at once', async () => {
    const user = open({ notices: { expired: false } });
    expect(screen.getByRole('switch', { name: 'Invitation expired' })).not.toBeChecked();
    await user.click(declined());
    expect(declined()).not.toBeChecked();
    expect(call).toHaveBeenCalledExactlyOnceWith('setMyNotices', { notices: { declined: false } });
    await user.click(declined());
    expect(call).toHaveBeenLastCalledWith('setMyNotices', { notices: { declined: true } });
  });

  it('go back and say why where a change was refused', async () => {
    vi.mocked(call).mockRejectedValueOnce(new CallError('service/unavailable'));
    const user = open({ notices: {} });
    await user.click(declined());
    expect(await screen.findByRole('alert')).toHaveTextContent('The service is not available right now.');
    await waitFor(() => expect(declined()).toBeChecked());
  });
});
