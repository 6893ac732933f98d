// What must be there before anything of ours can run. Plain JavaScript, for whatever Node the machine has.
import { isInstalled } from '../../emulators/bootstrap/isInstalled.mjs';

/** The same as emulators/bootstrap.mjs needs. */
const NODE_NEEDED = [20, 19];

/**
 * @param {import('./bareMachine.d.mts').BareMachine} machine
 * @returns {import('./finding.d.mts').Finding[]} about Node, npm and the packages
 */
export function checkBareMachine({ nodeVersion, npmVersion, lockText, installedText }) {
  return [checkNode(nodeVersion), checkNpm(npmVersion), checkPackages(lockText, installedText)];
}

function checkNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1])) {
    return {
      state: 'fine',
      what: `Node ${version} is new enough. The project installs its own Node for the rest.`,
    };
  }
  return {
    state: 'wrong',
    what: `Node ${version} is too old.`,
    advice: `Install Node ${NODE_NEEDED.join('.')} or newer from https://nodejs.org.`,
  };
}

function checkNpm(version) {
  if (version) return { state: 'fine', what: `npm ${version}.` };
  return {
    state: 'wrong',
    what: "npm doesn't run.",
    advice: 'npm comes with Node. Install Node from https://nodejs.org.',
  };
}

function checkPackages(lockText, installedText) {
  if (isInstalled(lockText, installedText)) return { state: 'fine', what: 'All packages are installed.' };
  const what = installedText
    ? 'Some packages are missing or have another version.'
    : 'No packages are installed.';
  return {
    state: 'wrong',
    what,
    advice: 'Run `npm ci`, or just `npm start`. It needs the network once.',
  };
}
