import { vi } from 'vitest';
import type {
  CallableInput,
  CallableName,
  CallableResponse,
} from '../../../../functions/src/contract/callables.ts';
import { call } from '../callable/call.ts';

type Answers = {
  [Name in CallableName]?: (input: CallableInput<Name>) => Promise<CallableResponse<Name>>;
};

/** Has each callable answer by its function, and all others with nothing. The test file mocks `shared/callable/call.ts` itself. */
export function answerCallables(answers: Answers): void {
  vi.mocked(call).mockImplementation((name: CallableName, input: unknown) => {
    const answer = answers[name] as ((given: unknown) => Promise<unknown>) | undefined;
    return (answer ? answer(input) : Promise.resolve({})) as never;
  });
}
