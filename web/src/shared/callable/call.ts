import type {
  CallableInput,
  CallableName,
  CallableResponse,
} from '../../../../functions/src/contract/callables.ts';
import { connectionAnswered, learnFromFailure } from '../connection/connection.ts';
import { CallError, toCallError } from './CallError.ts';

/**
 * Calls one of the contract's callables, with the SDK's own time limit of 70 seconds, and notes what it says of the
 * connection. Components use it by `useCallable`.
 * @throws CallError, whose message is a sentence for the person
 */
export async function call<Name extends CallableName>(
  name: Name,
  input: CallableInput<Name>,
): Promise<CallableResponse<Name>> {
  try {
    const callFunction = await loadSdk();
    const data = await callFunction(name, input);
    connectionAnswered();
    return data as CallableResponse<Name>;
  } catch (error) {
    const failure = toCallError(error);
    learnFromFailure(failure.code);
    throw failure;
  }
}

type CallFunction = (name: string, input: unknown) => Promise<unknown>;
let loaded: CallFunction | null = null;

/** `/invite` is usable before the SDK is there; every other page has loaded it with the session. */
async function loadSdk(): Promise<CallFunction> {
  // Not tried without a network: a browser does not fetch a module again that it failed to fetch.
  if (!loaded && !navigator.onLine) throw new CallError('web/offline');
  loaded ??= (await import('../firebase/functions.ts')).callFunction;
  return loaded;
}
