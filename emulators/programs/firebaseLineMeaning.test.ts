import { describe, expect, it } from 'vitest';
import { firebaseLineMeaning } from './firebaseLineMeaning.ts';

describe('firebaseLineMeaning', () => {
  it('knows when everything is ready', () => {
    const line = '│ ✔  All emulators ready! It is now safe to connect your app. │';

    expect(firebaseLineMeaning(line)).toEqual({ kind: 'ready' });
  });

  it('knows when the functions were loaded', () => {
    const line = '✔  functions: Loaded functions definitions from source: inviteUser, acceptInvite.';

    expect(firebaseLineMeaning(line)).toEqual({ kind: 'functions-loaded' });
  });

  it.each([
    ['Error: Cannot find package', 'Cannot find package'],
    ['⬢  functions: Failed to load function definition', 'functions: Failed to load function definition'],
    ['⚠  functions: Your function timed out', 'functions: Your function timed out'],
  ])('shows the problem in %j', (line, text) => {
    expect(firebaseLineMeaning(line)).toEqual({ kind: 'problem', text });
  });

  it('shows the first line of an error that a function logs', () => {
    const line = `>  ${JSON.stringify({ severity: 'ERROR', message: 'claims.failed\n    at x.ts' })}`;

    expect(firebaseLineMeaning(line)).toEqual({ kind: 'problem', text: 'A function reports: claims.failed' });
  });

  it('cuts what is too long for a calm screen', () => {
    const meaning = firebaseLineMeaning(`Error: ${'x'.repeat(1000)}`);

    expect(meaning).toEqual({ kind: 'problem', text: `${'x'.repeat(300)}…` });
  });

  it.each([
    '',
    'i  functions: Beginning execution of "us-central1-inviteUser"',
    '>  {"severity":"INFO","message":"mail.sent"}',
    '>  {not json}',
    '>  plain words',
    '⚠  emulators: The Emulator UI is not starting because none of the running emulators have a UI component.',
  ])('has nothing to say about %j', (line) => {
    expect(firebaseLineMeaning(line)).toBeUndefined();
  });
});
