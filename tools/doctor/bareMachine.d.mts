import type { Finding } from './finding.d.mts';

export interface BareMachine {
  nodeVersion: string;
  /** '' when npm does not run. */
  npmVersion: string;
  /** package-lock.json */
  lockText: string;
  /** node_modules/.package-lock.json, or '' when there is none. */
  installedText: string;
}

export function checkBareMachine(machine: BareMachine): Finding[];
