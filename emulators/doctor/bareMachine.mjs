// What must be there before anything of ours can run. Plain JavaScript, for whatever Node the machine has.
import { isInstalled } from '../bootstrap/isInstalled.mjs';

const NODE_NEEDED = 20;

/**
 * @param {import('./bareMachine.d.mts').BareMachine} machine
 * @returns {import('./finding.d.mts').Finding[]} about Node, npm and the packages
 */
export function checkBareMachine({ nodeVersion, npmVersion, lockText, installedText }) {
  return [checkNode(nodeVersion), checkNpm(npmVersion), checkPackages(lockText, installedText)];
}

function checkNode(version) {
  const isEnough = Number(version.split('.')[0]) >= NODE_NEEDED;
  if (isEnough) {
    return { state: 'fine', what: `Node ${version} begins; the project brings its own to go on with.` };
  }
  return {
    state: 'wrong',
    what: `Node ${version} is too old.`,
    advice: `Install Node ${NODE_NEEDED} or newer from https://nodejs.org.`,
  };
}

function checkNpm(version) {
  if (version) return { state: 'fine', what: `npm ${version}.` };
  return {
    state: 'wrong',
    what: 'npm does not run.',
    advice: 'It comes with Node: install Node from https://nodejs.org.',
  };
}

function checkPackages(lockText, installedText) {
  if (isInstalled(lockText, installedText)) return { state: 'fine', what: 'Every package is installed.' };
  const what = installedText
    ? 'Some packages are missing, or of another version.'
    : 'No packages are installed.';
  return {
    state: 'wrong',
    what,
    advice: 'Run `npm ci` (`npm start` and `npm test` do so by themselves): it needs the network, this once.',
  };
}
