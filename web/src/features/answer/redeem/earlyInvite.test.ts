import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetInvitation, keepInvitation } from '../../../shared/routing/keptInvitation.ts';
import { remember } from '../../../shared/session/remembered.ts';
import { anInvite } from './anInvite.ts';

const firebase = vi.hoisted(() => ({ env: {} as Record<string, string | null> }));
vi.mock('../../../shared/firebase/env.ts', () => firebase);

const SECRET = 'a1'.repeat(32);
const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  localStorage.clear();
  forgetInvitation();
  vi.resetModules();
  fetched.mockReset().mockImplementation(() => Promise.resolve(Response.json({ result: anInvite() })));
  vi.stubGlobal('fetch', fetched);
  firebase.env = { projectId: 'hrx', functionsEmulator: null, appCheckSiteKey: null };
  window.history.replaceState(null, '', `/invite#${SECRET}`);
});

/** Runs the page's entry anew. */
async function openPage() {
  await import('./earlyInvite.ts');
  return import('./readEarlyInvite.ts');
}

describe('asking for the invitation while the page is loading', () => {
  it('asks the deployed callable, as its SDK would, once', async () => {
    const { readEarlyInvite } = await openPage();
    await expect(readEarlyInvite(SECRET)).resolves.toEqual(anInvite());
    expect(fetched).toHaveBeenCalledExactlyOnceWith('https://us-central1-hrx.cloudfunctions.net/getInvite', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ data: { secret: SECRET } }),
    });
  });

  it('asks the emulator where there is one', async () => {
    firebase.env['functionsEmulator'] = 'http://127.0.0.1:5001';
    await openPage();
    expect(fetched.mock.lastCall?.[0]).toBe('http://127.0.0.1:5001/hrx/us-central1/getInvite');
  });

  it('answers each who asks: React’s strict mode asks twice', async () => {
    const { readEarlyInvite } = await openPage();
    await readEarlyInvite(SECRET);
    await expect(readEarlyInvite(SECRET)).resolves.toEqual(anInvite());
  });

  it('asks for the link that this tab has kept', async () => {
    window.history.replaceState(null, '', '/invite');
    keepInvitation(SECRET);
    const { readEarlyInvite } = await openPage();
    await expect(readEarlyInvite(SECRET)).resolves.toEqual(anInvite());
  });

  it('has no answer for another link', async () => {
    const { readEarlyInvite } = await openPage();
    expect(readEarlyInvite('b2'.repeat(32))).toBeNull();
  });

  it.each([
    ['somebody is signed in: the answer depends on who asks', () => remember('session', null, 'yes')],
    ['App Check has to load first', () => void (firebase.env['appCheckSiteKey'] = 'site-key')],
    ['there is no link', () => window.history.replaceState(null, '', '/invite')],
    ['the link is broken', () => window.history.replaceState(null, '', '/invite#broken')],
  ])('asks nothing where %s', async (_, given) => {
    given();
    const { readEarlyInvite } = await openPage();
    expect(fetched).not.toHaveBeenCalled();
    expect(readEarlyInvite(SECRET)).toBeNull();
  });

  it('throws the refusal of the service', async () => {
    const error = { status: 'NOT_FOUND', message: 'x', details: { code: 'invite/not-found' } };
    fetched.mockImplementation(() => Promise.resolve(Response.json({ error }, { status: 404 })));
    const { readEarlyInvite } = await openPage();
    await expect(readEarlyInvite(SECRET)).rejects.toMatchObject({ code: 'invite/not-found' });
  });

  it.each([
    ['web/offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['service/unavailable', () => Promise.resolve(new Response('<h1>502</h1>', { status: 502 }))],
  ])('throws %s where no answer of ours came', async (code, answer) => {
    fetched.mockImplementation(answer);
    const { readEarlyInvite } = await openPage();
    await expect(readEarlyInvite(SECRET)).rejects.toMatchObject({ code });
  });
});
