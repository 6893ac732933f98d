import type { Commit } from '../engine/changeLog.ts';
import { toMicros } from '../engine/clock.ts';
import type { Database } from '../engine/database.ts';
import type { Path } from '../engine/documentNames.ts';
import type { ChangedDocuments, TargetEvent } from '../engine/listen/watchedTarget.ts';
import type { StoredDocument } from '../engine/storedDocument.ts';
import type { StreamSink } from '../types.ts';
import type { Access } from './access.ts';
import type { CallContext } from './callContext.ts';
import { documentEvent, globalSnapshot, targetChange, targetCurrent } from './listenMessages.ts';
import { openTarget, type ActiveTarget } from './listenTarget.ts';
import type { ListenTarget } from './requests.ts';
import { toFirestoreError } from './statusCodes.ts';

/** The targets of one Listen stream, and what they have yet to be told. Its methods may not overlap. */
export class ListenedTargets {
  readonly #context: CallContext;
  readonly #database: Database;
  readonly #access: Access;
  readonly #send: StreamSink['send'];
  readonly #targets = new Map<number, ActiveTarget>();
  #untold: Commit[] = [];
  /** How many targets the rules are being asked about: any commit may change their answer. */
  #opening = 0;

  constructor(context: CallContext, database: Database, access: Access, send: StreamSink['send']) {
    this.#context = context;
    this.#database = database;
    this.#access = access;
    this.#send = send;
  }

  /** Notes a commit that the targets are to be told of. Answers false for one that concerns none of them. */
  noteCommit(commit: Commit): boolean {
    const isNoted = this.#opening > 0 || this.#untold.length > 0 || this.#isConcernedBy(commit);
    if (isNoted) this.#untold.push(commit);
    return isNoted;
  }

  #isConcernedBy({ changes }: Commit): boolean {
    for (const { watched, judgedBy } of this.#targets.values()) {
      for (const path of changes.keys()) if (watched.concerns(path) || judgedBy.has(path)) return true;
    }
    return false;
  }

  /** Starts a target, or answers with REMOVE and the cause when it is malformed or denied. */
  async add(request: ListenTarget): Promise<void> {
    const id = request.targetId ?? 0;
    this.#opening += 1;
    try {
      const source = { database: this.#database, access: this.#access };
      const target = await openTarget(this.#context, source, request);
      await this.#startUpToDate(target, request);
      if (request.once) this.remove(id);
    } catch (error) {
      this.#send(targetChange('REMOVE', id, toFirestoreError(error)));
    } finally {
      this.#opening -= 1;
    }
  }

  /** Ends a target, and says so. */
  remove(id: number): void {
    this.#targets.delete(id);
    this.#send(targetChange('REMOVE', id));
  }

  /**
   * Tells the targets what the noted commits changed, and raises one snapshot. First the rules are asked again for each
   * target whose permission rests on a changed document; what is denied now ends.
   */
  async tellCommits(): Promise<void> {
    while (this.#untold.length > 0) {
      const commits = [...this.#untold];
      const changed = lastStates(commits);
      const doubtful = [...this.#targets.values()].filter(({ judgedBy }) => sharesSome(judgedBy, changed));
      for (const target of doubtful) await this.#judgeAgain(target);
      // What was committed meanwhile may have changed the answer.
      if (doubtful.length > 0 && this.#untold.length > commits.length) continue;
      this.#untold = [];
      this.#tell(changed);
    }
  }

  /**
   * Starts a target once the others are told all that happened, since its snapshot speaks for the whole stream. What
   * happened while the rules were asked may have changed their answer, so they are asked again until nothing has; there is
   * no pause between that last look and the start.
   * @throws FirestoreError PERMISSION_DENIED
   */
  async #startUpToDate(target: ActiveTarget, request: ListenTarget): Promise<void> {
    while (this.#untold.length > 0) {
      await this.tellCommits();
      await target.judge();
    }
    this.#start(target, request);
  }

  async #judgeAgain(target: ActiveTarget): Promise<void> {
    try {
      await target.judge();
    } catch (error) {
      this.#targets.delete(target.id);
      this.#send(targetChange('REMOVE', target.id, toFirestoreError(error)));
    }
  }

  #start(target: ActiveTarget, request: ListenTarget): void {
    this.#targets.set(target.id, target);
    this.#send(targetChange('ADD', target.id));
    this.#sendEvents(target, this.#firstEvents(target, request));

    const readTime = this.#database.readTime();
    const resumeToken = this.#database.resumeTokenAt(readTime);
    this.#send(targetCurrent(target.id, readTime, resumeToken));
    this.#send(globalSnapshot(readTime, resumeToken));
  }

  /** All documents; or, for a listener that was here before, what has changed since, if that is known. */
  #firstEvents({ id, watched }: ActiveTarget, request: ListenTarget): TargetEvent[] {
    const view = this.#database.documents;
    if (!isResumed(request)) return watched.start(view);

    const since = request.readTime
      ? toMicros(request.readTime)
      : this.#database.instantOf(request.resumeToken);
    const changed = since === undefined ? undefined : this.#database.changedSince(since);
    const events = changed && watched.resume(changed, view);
    if (events) return events;
    this.#send(targetChange('RESET', id));
    return watched.start(view);
  }

  #tell(changed: ChangedDocuments): void {
    const events = [...this.#targets.values()].map(
      (target) => [target, target.watched.update(changed, this.#database.documents)] as const,
    );
    if (events.every(([, ofTarget]) => ofTarget.length === 0)) return;

    for (const [target, ofTarget] of events) this.#sendEvents(target, ofTarget);
    const readTime = this.#database.readTime();
    this.#send(globalSnapshot(readTime, this.#database.resumeTokenAt(readTime)));
  }

  #sendEvents(target: ActiveTarget, events: readonly TargetEvent[]): void {
    const readTime = this.#database.readTime();
    for (const event of events) this.#send(documentEvent(event, target.id, this.#database.name, readTime));
  }
}

function isResumed({ resumeToken, readTime }: ListenTarget): boolean {
  return readTime !== undefined || (resumeToken !== undefined && resumeToken.length > 0);
}

/** Each changed document as the last of the commits left it. */
function lastStates(commits: readonly Commit[]): ChangedDocuments {
  const states = new Map<Path, StoredDocument | null>();
  for (const { changes } of commits) for (const [path, { after }] of changes) states.set(path, after);
  return states;
}

function sharesSome(paths: ReadonlySet<Path>, changed: ChangedDocuments): boolean {
  for (const path of paths) if (changed.has(path)) return true;
  return false;
}
