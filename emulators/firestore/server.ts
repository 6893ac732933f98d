import { readFile, writeFile } from 'node:fs/promises';
import { openGrpcDoor } from './doors/grpc.ts';
import { createHttpDoor } from './doors/httpDoor.ts';
import { openPort } from './doors/port.ts';
import { createRestDoor } from './doors/rest/restDoor.ts';
import { QueryLog } from './doors/testing/QueryLog.ts';
import { createTestingDoor } from './doors/testing/testingDoor.ts';
import { createWebChannelDoor } from './doors/webchannel/webChannelDoor.ts';
import { createEngine } from './engine/engine.ts';
import { createProjectRules } from './projectRules.ts';
import { loadRules } from './rules/loadRules.ts';
import { followRulesFile } from './rulesFile.ts';
import { createFirestoreService } from './service/firestoreService.ts';
import type { FirestoreService } from './types.ts';

const LOOPBACK = '127.0.0.1';

export interface FirestoreOptions {
  /** The address to listen on; this machine alone by default. */
  host?: string;
  /** 0 takes a free port. */
  port: number;
  /** firestore.rules for every project; without it clients are denied until a test gives its project rules. */
  rulesFile?: string;
  /** A file written by `save`, to begin with. */
  stateFile?: string;
  /** For tests: aborts the first attempt of every read-write transaction, so that each body runs twice. */
  abortFirstAttempts?: boolean;
}

export interface RunningFirestore {
  port: number;
  url: string;
  service: FirestoreService;
  /** Loads the rules file again now; it is also loaded whenever it changes on disk. */
  reloadRules(): void;
  /** Writes every document of every project into one JSON file. */
  save(file: string): Promise<void>;
  /** Puts a saved file's databases in the place of those that are here. */
  load(file: string): Promise<void>;
  /** Changes the option of that name for the transactions that begin from now on. */
  abortFirstAttempts(on: boolean): void;
  /** Ends every connection and stops. */
  close(): Promise<void>;
}

/**
 * Starts the embedded Firestore: gRPC, WebChannel and REST on one port.
 *
 * @throws Error with code EADDRINUSE where the port is taken; Error with file, line and reason where the rules cannot be
 *   used; Error where the state was not written by `save`
 */
export async function startFirestore(options: FirestoreOptions): Promise<RunningFirestore> {
  const { host = LOOPBACK, port, rulesFile, stateFile } = options;
  let abortsFirstAttempts = options.abortFirstAttempts ?? false;
  const engine = createEngine({ transactions: { abortFirstAttempts: () => abortsFirstAttempts } });
  const queryLog = new QueryLog();
  const rules = createProjectRules();
  const service = createFirestoreService({
    engine,
    rules: () => rules,
    onQuery: (query, parent, database) => queryLog.add(database.projectId, parent, { ...query }),
  });

  const load = async (file: string): Promise<void> => engine.load(JSON.parse(await readFile(file, 'utf8')));
  if (stateFile !== undefined) await load(stateFile);

  const webChannel = createWebChannelDoor(service);
  const http = createHttpDoor({
    webChannel,
    rest: createRestDoor(service),
    testing: createTestingDoor({
      setRules: (projectId, source) => rules.setOwn(projectId, loadRules(source)),
      clear: (projectId, databaseId) => engine.clear({ projectId, databaseId }),
      queryLog,
      coverageOf: rules.coverageOf,
      exportProject: (projectId) => engine.save(projectId),
      importState: (state) => engine.load(state),
    }),
  });

  const following = rulesFile === undefined ? null : followRulesFile(rulesFile, rules.setDefault);
  const grpc = await openGrpcDoor(service, LOOPBACK, 0);
  const opened = await openPort(host, port, { http, grpcPort: grpc.port }).catch((error: unknown) => {
    following?.close();
    grpc.close();
    throw error;
  });

  return {
    port: opened.port,
    url: `http://${host}:${opened.port}`,
    service,
    reloadRules: () => following?.reload(),
    save: (file) => writeFile(file, JSON.stringify(engine.save(), null, 1)),
    load,
    abortFirstAttempts: (on) => {
      abortsFirstAttempts = on;
    },
    async close() {
      following?.close();
      webChannel.close();
      await opened.close();
      grpc.close();
    },
  };
}
