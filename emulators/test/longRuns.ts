/** What `npm run test:long` runs, with HRX_LONG=1: what is worth minutes and hours, but not in every `npm test`. */
import { files, SUITE_TESTS, without, type Step } from './steps.ts';

export interface LongRun {
  step: Step;
  /** It needs Auth, Firestore, mail and the functions; without it nothing. */
  onSuite?: {
    /** The embedded Firestore aborts the first attempt of each transaction: see its README. */
    abortFirstAttempts: boolean;
  };
}

/** A line each. */
export const LONG_RUNS: LongRun[] = [
  {
    step: files(
      'killed processes',
      'units',
      'functions/src/sweep/sweepInvites.test.ts',
      'functions/src/invites/remind/remindDueInvitees.test.ts',
      'functions/src/invites/renew/requestFreshLink.test.ts',
    ),
  },
  { step: files('schedules', 'units', 'emulators/firestore/service/serialisability.test.ts') },
  {
    step: files(
      'queries',
      'units',
      'emulators/firestore/engine/query/queryModel.test.ts',
      'emulators/firestore/doors/adminValueOrder.test.ts',
    ),
  },
  {
    // How often it asks Firestore is what one of these counts, and every body runs twice here.
    step: { ...without(SUITE_TESTS.callables, 'tests/callables/roundTrips.test.ts'), name: 'retries' },
    onSuite: { abortFirstAttempts: true },
  },
];
