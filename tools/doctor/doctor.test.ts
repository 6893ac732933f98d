import { describe, expect, it } from 'vitest';
import indexes from '../../firestore.indexes.json' with { type: 'json' };
import { paths } from '../../functions/src/contract/paths.ts';
import { planSuite } from '../../emulators/plan/suitePlan.ts';
import { portNames } from '../../emulators/plan/ports.ts';
import { checkBareMachine } from './bareMachine.mjs';
import { judgeBrowserFailure } from './checkBrowser.ts';
import { judgeDisk } from './checkMachine.ts';
import { judgePorts } from './checkPorts.ts';
import { judgeParameters, judgeTtl, judgeWebVariables } from './checkProjectFiles.ts';
import { sayFinding } from './finding.mjs';

const lockText = JSON.stringify({ packages: { 'node_modules/zod': { version: '4.6.7' } } });
const machine = { nodeVersion: '20.20.2', npmVersion: '10.8.2', lockText, installedText: lockText };

describe('what must be there to begin', () => {
  it('is content with Node 20.20, npm and the packages of the lockfile', () => {
    expect(checkBareMachine(machine).map(({ state }) => state)).toEqual(['fine', 'fine', 'fine']);
  });

  it('says what to do about an old Node, a missing npm and missing packages', () => {
    const findings = checkBareMachine({ nodeVersion: '18.9.0', npmVersion: '', lockText, installedText: '' });
    expect(findings.map(({ state }) => state)).toEqual(['wrong', 'wrong', 'wrong']);
    expect(findings.map(({ what }) => what)).toEqual([
      'Node 18.9.0 is too old.',
      "npm doesn't run.",
      'No packages are installed.',
    ]);
    for (const { advice } of findings)
      expect(advice).toMatch(/^(Install Node 20.19 or newer|npm comes with Node|Run `npm ci`)/);
    const [tooOld] = checkBareMachine({ ...machine, nodeVersion: '20.18.3' });
    expect(tooOld).toMatchObject({ state: 'wrong', what: 'Node 20.18.3 is too old.' });
  });

  it('tells packages that are out of date from none', () => {
    const installedText = lockText.replace('4.6.7', '4.0.0');
    expect(checkBareMachine({ ...machine, installedText })[2]).toMatchObject({
      state: 'wrong',
      what: 'Some packages are missing or have another version.',
    });
  });
});

describe('ports', () => {
  const plan = planSuite(false, {});

  it('are fine when free, and when all are ours', () => {
    expect(judgePorts(plan, false, [], false)).toMatchObject([{ state: 'fine' }]);
    expect(judgePorts(plan, false, portNames(false), true)).toEqual([
      { state: 'fine', what: 'It is already running at http://127.0.0.1:5173.' },
    ]);
  });

  it('names each that something else has, and the variable that moves ours', () => {
    const [auth, web] = judgePorts(plan, false, ['auth', 'web'], false);
    expect(auth).toMatchObject({ state: 'wrong', what: 'Port 9099 (auth) is used by another program.' });
    expect(auth?.advice).toContain('HRX_AUTH_PORT=<port>');
    expect(web?.advice).toContain('HRX_PORTS_SHIFT=100');
    expect(judgePorts(plan, true, ['auth'], false)[0]?.advice).toContain('HRX_TEST_AUTH_PORT');
  });

  it('does not take a stranger on every port for us', () => {
    expect(judgePorts(plan, false, portNames(false), false)).toHaveLength(portNames(false).length);
  });
});

describe('the browser and the disk', () => {
  it('names the library that the browser lacks', () => {
    const words =
      'browserType.launch: …\n/x/chromium: error while loading shared libraries: libnss3.so: cannot open';
    expect(judgeBrowserFailure(words)).toMatchObject({
      state: 'wrong',
      what: "Chromium doesn't run. The library libnss3.so is missing.",
    });
  });

  it('says the first line of any other reason, and offers another browser', () => {
    const { what, advice } = judgeBrowserFailure('spawn EACCES\nat x');
    expect(what).toBe("Chromium doesn't run: spawn EACCES");
    expect(advice).toContain('CHROMIUM_PATH');
  });

  it('wants a thousand megabytes', () => {
    expect(judgeDisk(1000).state).toBe('fine');
    expect(judgeDisk(999)).toMatchObject({
      state: 'wrong',
      what: '999 MB of disk space are free. 1000 MB are needed.',
    });
  });
});

describe('the files of a deployment', () => {
  const parameters =
    'FRONTEND_URL=https://invites.example.com\nFUNCTIONS_URL=https://us-central1-acme.cloudfunctions.net\nMAIL_FROM="HRX <i@example.com>"\nAPP_CHECK=false\nLOG_LEVEL=info\n';

  it('wants every parameter, and an address without a path', () => {
    expect(judgeParameters('.env.acme', parameters)).toEqual({
      state: 'fine',
      what: 'functions/.env.acme has all parameters.',
    });
    const wrong = 'FRONTEND_URL=https://invites.example.com/\nFUNCTIONS_URL=https://x.example/y\nMAIL_FROM=x';
    expect(judgeParameters('.env.acme', wrong).what).toBe(
      'functions/.env.acme: APP_CHECK is missing; LOG_LEVEL is missing; FRONTEND_URL must look like https://invites.example.com; FUNCTIONS_URL must look like https://invites.example.com.',
    );
  });

  it('wants every variable of the web build, and no emulator', () => {
    const web =
      'VITE_FIREBASE_PROJECT_ID=acme\nVITE_FIREBASE_API_KEY=k\nVITE_FIREBASE_AUTH_DOMAIN=a.b\nVITE_FIREBASE_APP_ID=1\n';
    expect(judgeWebVariables(web).state).toBe('fine');
    expect(judgeWebVariables(web.replace(/.*API_KEY.*\n/, ''))).toMatchObject({
      state: 'note',
      what: 'web/.env.production.local is missing VITE_FIREBASE_API_KEY.',
    });
    expect(judgeWebVariables(`${web}VITE_AUTH_EMULATOR=http://127.0.0.1:9099`)).toMatchObject({
      state: 'wrong',
      what: 'web/.env.production.local sets emulators: VITE_AUTH_EMULATOR.',
    });
  });

  it('wants a TTL where documents end by themselves, and ours have it [DATA-08]', () => {
    const places = [
      paths.inviteLink('x'),
      paths.idempotency('x'),
      paths.recoveryMail('x'),
      paths.outboxItem('x'),
      paths.rateLimit('x'),
    ];
    const ended = places
      .map((place) => place.replace('/x', ''))
      .concat('jobs', 'rows')
      .map((collectionGroup) => ({
        collectionGroup,
        fieldPath: 'expireAt',
        ttl: true,
      }));
    expect(judgeTtl(ended).state).toBe('fine');
    expect(judgeTtl(ended.slice(1))).toMatchObject({ state: 'wrong' });
    expect(judgeTtl(ended.slice(1)).what).toContain('invite_links');
    expect(judgeTtl(indexes.fieldOverrides).state).toBe('fine');
    for (const one of ended) expect(judgeTtl(ended.filter((each) => each !== one)).state).toBe('wrong');
  });
});

it('a finding is one line with its mark, and what to do under it', () => {
  expect(sayFinding({ state: 'fine', what: 'npm 10.' })).toBe('  ✓ npm 10.');
  expect(sayFinding({ state: 'note', what: 'No Java.' })).toBe('  ! No Java.');
  expect(sayFinding({ state: 'wrong', what: 'No npm.', advice: 'Install it.' })).toBe(
    '  ✗ No npm.\n      Install it.',
  );
});
