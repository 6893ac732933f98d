import { createEngine, type Engine } from '../../engine/engine.ts';
import { DEMO, setting, type Plain } from '../../engine/testing/values.ts';
import { parseWrite, type WriteMessage } from '../../engine/write.ts';
import type {
  AccessRequest,
  Caller,
  FirestoreError,
  FirestoreService,
  Message,
  RulesRuntime,
  StreamSession,
} from '../../types.ts';
import type { ServiceOptions } from '../callContext.ts';
import { createFirestoreService } from '../firestoreService.ts';

export const OWNER: Caller = { kind: 'owner' };
export const ADA: Caller = { kind: 'client', auth: { uid: 'ada', token: { user_id: 'ada' } } };

/** Rules that answer by a function. */
export function rulesThat(
  allow: (request: AccessRequest, read: Parameters<RulesRuntime['judge']>[1]) => boolean | Promise<boolean>,
): RulesRuntime {
  return {
    judge: async (request, read) => ({ allowed: await allow(request, read), reason: 'the test says no' }),
  };
}

export interface Harness {
  engine: Engine;
  service: FirestoreService;
  /** Sets a document behind the service's back. */
  put(path: string, content?: { [name: string]: Plain }): void;
  /** Commits behind the service's back. */
  write(...messages: WriteMessage[]): void;
  contentOf(path: string): unknown;
}

/** A service over an empty engine, for tests. */
export function createHarness(rules?: RulesRuntime, options: Partial<ServiceOptions> = {}): Harness {
  const engine = options.engine ?? createEngine();
  const database = engine.database(DEMO);
  const write = (...messages: WriteMessage[]): void => {
    database.commit(messages.map((message) => parseWrite(message, DEMO)));
  };
  return {
    engine,
    service: createFirestoreService({ ...options, engine, rules: () => rules }),
    write,
    put: (path, content) => write(setting(path, content)),
    contentOf: (path) => database.documents.get(path)?.fields,
  };
}

/** All answers of a stream. */
export async function collect(stream: AsyncIterable<Message>): Promise<Message[]> {
  const answers: Message[] = [];
  for await (const answer of stream) answers.push(answer);
  return answers;
}

/** A client's end of a stream: what it was sent, and how it ended. */
export class Wire {
  readonly received: Message[] = [];
  failure: FirestoreError | undefined;
  readonly session: StreamSession;

  constructor(open: FirestoreService['listen'], caller: Caller) {
    this.session = open(caller, {
      send: (message) => this.received.push(message),
      fail: (error) => (this.failure = error),
    });
  }

  /** What came since the last call, once the service has nothing more to do. */
  async news(): Promise<Message[]> {
    await new Promise((resolve) => setImmediate(resolve));
    return this.received.splice(0);
  }
}
