/** The suite that these tests talk to: `npm test` starts it, `npm run test:suite` keeps one running. */
import { HOST, planSuite, REGION } from '../../emulators/plan/suitePlan.ts';

const plan = planSuite(true, process.env);
const functionsOrigin = `http://${HOST}:${plan.ports.handlers}`;

export const suite = {
  projectId: plan.projectId,
  region: REGION,
  host: HOST,
  ports: plan.ports,
  /** The web app. */
  webUrl: plan.webUrl,
  /** The inbox page and its interface: `${inboxUrl}/api/messages`. */
  inboxUrl: plan.inboxUrl,
  /** For `connectAuthEmulator`. */
  authUrl: `http://${HOST}:${plan.ports.auth}`,
  /** Any function answers at `${functionsUrl}/<name>`; a scheduled one at `${functionsUrl}/<name>-0`. */
  functionsUrl: `${functionsOrigin}/${plan.projectId}/${REGION}`,
} as const;
