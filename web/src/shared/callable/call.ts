import { httpsCallable } from 'firebase/functions';
import type {
  CallableInput,
  CallableName,
  CallableResponse,
} from '../../../../functions/src/contract/callables.ts';
import { toCallError } from './CallError.ts';
import { connectionAnswered, learnFromFailure, whileWaiting } from '../connection/connection.ts';
import { functions } from '../firebase/functions.ts';

/** While these run a placeholder stands in their place, which says itself when it takes long (ui/Loading.tsx). */
const HAVE_PLACEHOLDER: readonly CallableName[] = ['getInvite', 'createInviteLink'];

/**
 * Calls one of the contract's callables, with the SDK's own time limit of 70 seconds. The page is told when it takes long,
 * or does not get through.
 * @throws CallError, whose message is a sentence for the person
 */
export async function call<Name extends CallableName>(
  name: Name,
  input: CallableInput<Name>,
): Promise<CallableResponse<Name>> {
  const ask = () => httpsCallable<CallableInput<Name>, CallableResponse<Name>>(functions, name)(input);
  try {
    const { data } = await (HAVE_PLACEHOLDER.includes(name) ? ask() : whileWaiting(ask));
    connectionAnswered();
    return data;
  } catch (error) {
    const failure = toCallError(error);
    learnFromFailure(failure.code);
    throw failure;
  }
}
