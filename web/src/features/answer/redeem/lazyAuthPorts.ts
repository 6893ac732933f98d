import { loadOnce } from '../../../shared/connection/loadOnce.ts';
import type { WayInPorts } from './takeNextStage.ts';

const load = loadOnce(() => import('../../../shared/session/waysIn.ts'));

/** What a way in needs of Firebase Auth, which is loaded while the person types: the page is usable before. */
export const lazyAuthPorts: Pick<WayInPorts, 'setPassword' | 'signIn' | 'signInByCode'> = {
  setPassword: async (code, password) => (await load()).setPasswordByCode(code, password),
  signIn: async (email, password) => (await load()).signIn(email, password),
  signInByCode: async (email, code) => (await load()).signInByCode(email, code),
};
