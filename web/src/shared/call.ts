import { httpsCallable } from 'firebase/functions';
import type {
  CallableInput,
  CallableName,
  CallableResponse,
} from '../../../functions/src/contract/callables.ts';
import { toCallError } from './CallError.ts';
import { functions } from './firebase/functions.ts';

/**
 * Calls one of the contract's callables, with the SDK's own time limit of 70 seconds.
 * @throws CallError, whose message is a sentence for the person
 */
export async function call<Name extends CallableName>(
  name: Name,
  input: CallableInput<Name>,
): Promise<CallableResponse<Name>> {
  try {
    const { data } = await httpsCallable<CallableInput<Name>, CallableResponse<Name>>(functions, name)(input);
    return data;
  } catch (error) {
    throw toCallError(error);
  }
}
