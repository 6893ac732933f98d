/** Resumable uploads that have started: what they will be, and the bytes so far. They survive a restart. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StorageError } from '../storageError.ts';
import { readJsonFile, writeJsonFile } from '../store/jsonFile.ts';
import type { ObjectStore } from '../store/objectStore.ts';
import type { StoredObject } from '../store/storedObject.ts';
import type { ObjectRequest } from './objectRequest.ts';

/** https://cloud.google.com/storage/docs/resumable-uploads#session-uris */
const SESSION_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface UploadSession extends ObjectRequest {
  /** Who knows it may upload: it is long and random. */
  id: string;
  /** How many bytes will come, if that was said at the start. */
  total?: number;
  /** The page that started it, which may go on across origins. */
  origin?: string;
  startedAt: string;
  /** The object that it became. */
  completed?: StoredObject;
}

/** What an upload works on. */
export interface UploadServices {
  store: ObjectStore;
  sessions: UploadSessions;
}

interface Running {
  request: IncomingMessage;
  ended: Promise<unknown>;
}

export class UploadSessions {
  readonly #folder: string;
  readonly #clock: () => Date;
  readonly #sessions = new Map<string, UploadSession>();
  readonly #running = new Map<string, Running>();

  /** @param folder where sessions of an earlier run may be */
  constructor(folder: string, clock: () => Date) {
    this.#folder = folder;
    this.#clock = clock;
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder)) {
      if (file.endsWith('.json')) {
        const session = readJsonFile(path.join(folder, file)) as UploadSession;
        this.#sessions.set(session.id, session);
      }
    }
    for (const file of readdirSync(folder)) {
      if (!this.#sessions.has(path.parse(file).name)) rmSync(path.join(folder, file));
    }
  }

  start(details: Omit<UploadSession, 'id' | 'startedAt'>): UploadSession {
    const id = randomBytes(32).toString('base64url');
    const session = { ...details, id, startedAt: this.#clock().toISOString() };
    writeFileSync(this.bytesFile(session), '');
    this.#save(session);
    return session;
  }

  find(id: string): UploadSession | undefined {
    return this.#sessions.get(id);
  }

  /** @throws StorageError when there is none, or none any more */
  get(id: string): UploadSession {
    const session = this.#sessions.get(id);
    if (!session) throw new StorageError('noSuchUpload');
    if (this.#clock().getTime() - Date.parse(session.startedAt) > SESSION_DAYS * DAY_MS) {
      this.remove(session);
      throw new StorageError('uploadExpired');
    }
    return session;
  }

  /** @returns how many bytes are on disk */
  received(session: UploadSession): number {
    return statSync(this.bytesFile(session), { throwIfNoEntry: false })?.size ?? 0;
  }

  bytesFile({ id }: UploadSession): string {
    return path.join(this.#folder, `${id}.bytes`);
  }

  complete(session: UploadSession, object: StoredObject): void {
    this.#save({ ...session, completed: object });
  }

  remove(session: UploadSession): void {
    this.#sessions.delete(session.id);
    rmSync(this.#recordFile(session), { force: true });
    rmSync(this.bytesFile(session), { force: true });
  }

  /** @returns a file for an upload in one request, which a restart removes */
  draftFile(): string {
    return path.join(this.#folder, `${randomUUID()}.draft`);
  }

  /**
   * One request at a time for a session. A new one ends the one before: its client has lost the connection, which the
   * server may not have noticed.
   */
  async exclusively<Result>(
    id: string,
    request: IncomingMessage,
    work: () => Promise<Result>,
  ): Promise<Result> {
    for (let before = this.#running.get(id); before; before = this.#running.get(id)) {
      before.request.destroy();
      await before.ended;
    }
    const working = work();
    const running = { request, ended: working.then(noMatter, noMatter) };
    this.#running.set(id, running);
    try {
      return await working;
    } finally {
      if (this.#running.get(id) === running) this.#running.delete(id);
    }
  }

  #save(session: UploadSession): void {
    writeJsonFile(this.#recordFile(session), session);
    this.#sessions.set(session.id, session);
  }

  #recordFile({ id }: UploadSession): string {
    return path.join(this.#folder, `${id}.json`);
  }
}

function noMatter(): void {
  // Whoever asked for it is told of its failure.
}
