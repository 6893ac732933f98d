/** One bucket on disk: `bucket.json`, a JSON file for each object, and its bytes in a file of their own. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';
import type { StoredBucket, StoredObject } from './storedObject.ts';

export class BucketFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(path.join(folder, 'objects'), { recursive: true });
    mkdirSync(path.join(folder, 'contents'), { recursive: true });
  }

  saveBucket(bucket: StoredBucket): void {
    writeJsonFile(path.join(this.#folder, 'bucket.json'), bucket);
  }

  loadBucket(): StoredBucket {
    return readJsonFile(path.join(this.#folder, 'bucket.json')) as StoredBucket;
  }

  /** Moves an upload's bytes in. They are nobody's until an object is saved that names them. @returns their name */
  takeContent(file: string): string {
    const contentFile = randomUUID();
    renameSync(file, this.#contentPath(contentFile));
    return contentFile;
  }

  saveObject(object: StoredObject): void {
    writeJsonFile(this.#objectPath(object.name), object);
  }

  removeObject(object: StoredObject): void {
    rmSync(this.#objectPath(object.name), { force: true });
    this.removeContent(object.contentFile);
  }

  removeContent(contentFile: string): void {
    rmSync(this.#contentPath(contentFile), { force: true });
  }

  /** @returns a file descriptor, which reads on when the object is replaced or deleted meanwhile */
  openContent({ contentFile }: StoredObject): number {
    return openSync(this.#contentPath(contentFile), 'r');
  }

  /** Reads all objects, and removes what an interrupted upload or deletion left. */
  loadObjects(): StoredObject[] {
    const folder = path.join(this.#folder, 'objects');
    const objects = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => readJsonFile(path.join(folder, file)) as StoredObject);
    const known = new Set(objects.map(({ contentFile }) => contentFile));
    for (const file of readdirSync(path.join(this.#folder, 'contents'))) {
      if (!known.has(file)) this.removeContent(file);
    }
    return objects;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** An object's name may hold any character and be longer than a file's. */
  #objectPath(name: string): string {
    return path.join(this.#folder, 'objects', `${createHash('sha256').update(name).digest('hex')}.json`);
  }

  #contentPath(contentFile: string): string {
    return path.join(this.#folder, 'contents', contentFile);
  }
}
