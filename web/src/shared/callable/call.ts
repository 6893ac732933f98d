import { httpsCallable } from 'firebase/functions';
import type {
  CallableInput,
  CallableName,
  CallableResponse,
} from '../../../../functions/src/contract/callables.ts';
import { connectionAnswered, learnFromFailure } from '../connection/connection.ts';
import { functions } from '../firebase/functions.ts';
import { toCallError } from './CallError.ts';

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
    const { data } = await httpsCallable<CallableInput<Name>, CallableResponse<Name>>(functions, name)(input);
    connectionAnswered();
    return data;
  } catch (error) {
    const failure = toCallError(error);
    learnFromFailure(failure.code);
    throw failure;
  }
}
