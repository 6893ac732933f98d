import { describe, expect, it } from 'vitest';
import deployed from '../../firebase.json' with { type: 'json' };
import { suiteFirebaseConfig } from './suiteFirebaseConfig.ts';
import { HOST, planSuite } from '../plan/suitePlan.ts';

const plan = planSuite(true, {});

describe('suiteFirebaseConfig', () => {
  it('runs the staged functions on the runtime that is deployed', () => {
    const { functions } = suiteFirebaseConfig(plan, false);

    expect(functions).toEqual([expect.objectContaining({ source: 'functions', runtime: 'nodejs24' })]);
  });

  it('listens on this machine alone, on the ports of the plan, without the UI that would be downloaded', () => {
    const { ui, singleProjectMode, ...emulators } = suiteFirebaseConfig(plan, false).emulators;

    expect(ui).toEqual({ enabled: false });
    expect(singleProjectMode).toBe(true);
    const { auth, functions, tasks, eventarc, hub, logging } = plan.ports;
    expect(emulators).toEqual(
      Object.fromEntries(
        Object.entries({ auth, functions, tasks, eventarc, hub, logging }).map(([name, port]) => [
          name,
          { host: HOST, port },
        ]),
      ),
    );
  });

  it("has Google's Firestore emulator, with our rules, only when asked for", () => {
    expect(suiteFirebaseConfig(plan, false)).not.toHaveProperty('firestore');
    expect(suiteFirebaseConfig(plan, true)).toMatchObject({
      firestore: { rules: 'firestore.rules' },
      emulators: { firestore: { host: HOST, port: plan.ports.firestore } },
    });
  });
});

describe('the firebase.json that is deployed', () => {
  it('packs no local secret and no source', () => {
    expect(deployed.functions[0]?.ignore).toEqual(expect.arrayContaining(['*.local', 'node_modules', 'src']));
  });

  it('builds, with types checked, before it deploys', () => {
    expect(deployed.functions[0]?.predeploy).toEqual(['npm run build --workspace functions']);
    expect(deployed.hosting.predeploy).toEqual(['npm run build --workspace web']);
  });

  it('answers every address of the web app with the app, and a file of an earlier build not with a page', () => {
    expect(deployed.hosting.rewrites).toEqual([
      { source: '/reports/policy', function: { functionId: 'policyReports', region: 'us-central1' } },
      { source: '/invite', destination: '/invite.html' },
      { source: '!/@(assets)/**', destination: '/index.html' },
    ]);
  });
});
