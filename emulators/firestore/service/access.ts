import type { WriteOutcome } from '../engine/applyWrite.ts';
import type { Micros } from '../engine/clock.ts';
import type { Database } from '../engine/database.ts';
import type { DatabaseName, Path } from '../engine/documentNames.ts';
import type { DocumentView } from '../engine/query/documentView.ts';
import type { StructuredQuery } from '../engine/query/structuredQuery.ts';
import { toMessage, type StoredDocument } from '../engine/storedDocument.ts';
import type { Write } from '../engine/write.ts';
import {
  FirestoreError,
  type AccessMethod,
  type AccessRequest,
  type Caller,
  type RulesRuntime,
} from '../types.ts';

type Question = Pick<AccessRequest, 'method' | 'path'> &
  Partial<Pick<AccessRequest, 'resource' | 'nextResource' | 'query'>>;

const MICROS_PER_MILLI = 1_000;

/** firebase.google.com/docs/firestore/security/rules-conditions#access_call_limits: all writes of a commit together. */
const MAX_COMMIT_READS = 20;

/** A commit that the rules are asked about, write by write. */
export interface JudgedCommit {
  requestTime: Micros;
  /** The documents as they would be after it. */
  view: DocumentView;
  /** What the rules have read for it so far. */
  reads: Set<string>;
}

interface JudgeOptions {
  time?: Micros;
  reads?: Set<Path> | undefined;
  after?: DocumentView;
  commitReads?: Set<string>;
}

/**
 * What one caller may do in one database: the owner everything, anyone else what the rules say, and nothing while no
 * rules are loaded. Each question that is answered with no throws FirestoreError PERMISSION_DENIED.
 */
export class Access {
  readonly #caller: Caller;
  readonly #database: Database;
  readonly #rules: () => RulesRuntime | undefined;

  constructor(caller: Caller, database: Database, rules: () => RulesRuntime | undefined) {
    this.#caller = caller;
    this.#database = database;
    this.#rules = rules;
  }

  get database(): DatabaseName {
    return this.#database.name;
  }

  get isOwner(): boolean {
    return this.#caller.kind === 'owner';
  }

  get databaseName(): DatabaseName {
    return this.#database.name;
  }

  /** May the caller read this document (null where there is none)? `reads` collects what the answer rests on. */
  async assertGet(path: Path, document: StoredDocument | null, reads?: Set<Path>): Promise<void> {
    if (!this.isOwner) reads?.add(path);
    await this.#judge({ method: 'get', path: segmentsOf(path), resource: resourceOf(document) }, { reads });
  }

  /** May the caller run this query? Judged from the query alone, before any document is read. */
  async assertList(query: StructuredQuery, parent: Path, reads?: Set<Path>): Promise<void> {
    await this.#judge({ method: 'list', path: segmentsOf(parent), query: { ...query } }, { reads });
  }

  /** May the caller do this write of a commit, which would turn out like this? */
  async assertWrite(
    write: Write,
    { before, after }: WriteOutcome,
    { requestTime, view, reads }: JudgedCommit,
  ): Promise<void> {
    const method = methodOf(write, before);
    const changes = (method === 'create' || method === 'update') && after;
    await this.#judge(
      {
        method,
        path: segmentsOf(write.path),
        ...(method !== 'create' && { resource: resourceOf(before) }),
        ...(changes && { nextResource: toMessage(changes) }),
      },
      { time: requestTime, after: view, commitReads: reads },
    );
  }

  /** For what server SDKs alone may do; `what` names it. */
  assertOwner(what: string): void {
    if (!this.isOwner) throw denied(`${what} is for server SDKs only.`);
  }

  async #judge(question: Question, options: JudgeOptions): Promise<void> {
    if (this.#caller.kind === 'owner') return;
    const rules = this.#rules();
    if (!rules) throw denied('No security rules are loaded.');

    const { projectId, databaseId } = this.#database.name;
    const time = new Date((options.time ?? this.#database.readTime()) / MICROS_PER_MILLI);
    const request = { ...question, projectId, databaseId, time, auth: this.#caller.auth };
    const { allowed, reason } = await rules.judge(request, (segments, isAfter) => {
      const path = segments.join('/');
      options.reads?.add(path);
      countCommitRead(options.commitReads, isAfter ? `${path} after` : path);
      const view = isAfter && options.after ? options.after : this.#database.documents;
      return Promise.resolve(resourceOf(view.get(path)));
    });
    if (!allowed) throw denied(reason);
  }
}

/** @throws Error past what the rules may read for one commit */
function countCommitRead(reads: Set<string> | undefined, document: string): void {
  reads?.add(document);
  if (reads && reads.size > MAX_COMMIT_READS) {
    throw new Error(`the rules read more than ${MAX_COMMIT_READS} documents for one commit`);
  }
}

function denied(reason: string): FirestoreError {
  return new FirestoreError('PERMISSION_DENIED', `Missing or insufficient permissions. ${reason}`);
}

function segmentsOf(path: Path): string[] {
  return path === '' ? [] : path.split('/');
}

function resourceOf(document: StoredDocument | null): ReturnType<typeof toMessage> | null {
  return document && toMessage(document);
}

/** A write that requires the document to exist is an update, even where there is none. */
function methodOf({ operation, precondition }: Write, before: StoredDocument | null): AccessMethod {
  if (operation.kind === 'delete') return 'delete';
  if (operation.kind === 'verify') return 'get';
  const mustExist = precondition.exists === true || precondition.updateTime !== undefined;
  return before || mustExist ? 'update' : 'create';
}
