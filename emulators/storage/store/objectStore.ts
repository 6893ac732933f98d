/** Buckets and objects: an index in memory over the folder on disk. What is checked and written here is one step. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { StorageError } from '../storageError.ts';
import { assertObjectName } from './assertObjectName.ts';
import { BucketFolder } from './bucketFolder.ts';
import type { ContentHashes } from './contentHashes.ts';
import { assertPreconditions, type Preconditions } from './preconditions.ts';
import type { CorsRule, ObjectAttributes, StoredBucket, StoredObject } from './storedObject.ts';

/** https://cloud.google.com/storage/docs/buckets#naming */
const BUCKET_NAME = /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/;

/** Bytes that have arrived whole, and are about to become an object. */
export interface ArrivedContent {
  file: string;
  hashes: Pick<ContentHashes, 'size' | 'crc32c'> & { md5Hash?: string };
  componentCount?: number;
}

interface OpenBucket {
  record: StoredBucket;
  folder: BucketFolder;
  objects: Map<string, StoredObject>;
}

export class ObjectStore {
  readonly #folder: string;
  readonly #clock: () => Date;
  readonly #buckets = new Map<string, OpenBucket>();
  #lastGeneration = 0n;

  /** @param folder where buckets of an earlier run may be @param clock the time that objects are given */
  constructor(folder: string, clock: () => Date) {
    this.#folder = folder;
    this.#clock = clock;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) this.#load(name);
  }

  /** @throws StorageError when the name is taken or not allowed */
  createBucket(
    name: string,
    settings: { cors?: CorsRule[]; labels?: Record<string, string> } = {},
  ): StoredBucket {
    if (!BUCKET_NAME.test(name)) throw new StorageError('invalidArgument', `No bucket is called "${name}".`);
    if (this.#buckets.has(name)) throw new StorageError('bucketExists');
    const now = this.#clock().toISOString();
    const { cors = [], labels = {} } = settings;
    const record = { name, metageneration: 1, timeCreated: now, updated: now, cors, labels };
    const folder = new BucketFolder(path.join(this.#folder, name));
    folder.saveBucket(record);
    this.#buckets.set(name, { record, folder, objects: new Map() });
    return record;
  }

  findBucket(name: string): StoredBucket | undefined {
    return this.#buckets.get(name)?.record;
  }

  /** @throws StorageError `noSuchBucket` */
  getBucket(name: string): StoredBucket {
    return this.#open(name).record;
  }

  listBuckets(): StoredBucket[] {
    return [...this.#buckets.values()].map(({ record }) => record).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  updateBucket(name: string, change: Partial<Pick<StoredBucket, 'cors' | 'labels'>>): StoredBucket {
    const bucket = this.#open(name);
    const { metageneration } = bucket.record;
    const updated = this.#clock().toISOString();
    bucket.record = { ...bucket.record, ...change, metageneration: metageneration + 1, updated };
    bucket.folder.saveBucket(bucket.record);
    return bucket.record;
  }

  /** @throws StorageError `bucketNotEmpty` */
  deleteBucket(name: string): void {
    const bucket = this.#open(name);
    if (bucket.objects.size > 0) throw new StorageError('bucketNotEmpty');
    bucket.folder.remove();
    this.#buckets.delete(name);
  }

  /** @returns all objects of a bucket, in no order */
  objects(bucketName: string): StoredObject[] {
    return [...this.#open(bucketName).objects.values()];
  }

  findObject(bucketName: string, name: string): StoredObject | undefined {
    return this.#open(bucketName).objects.get(name);
  }

  /**
   * @param generation only this one will do
   * @throws StorageError `noSuchObject`
   */
  getObject(bucketName: string, name: string, generation?: string): StoredObject {
    const object = this.findObject(bucketName, name);
    if (!object || (generation !== undefined && generation !== object.generation)) {
      throw new StorageError('noSuchObject', `No such object: ${bucketName}/${name}`);
    }
    return object;
  }

  /** @returns a file descriptor of the object's bytes, which the caller closes */
  openContent(object: StoredObject): number {
    return this.#open(object.bucket).folder.openContent(object);
  }

  /**
   * Makes the arrived bytes the object of that name, in place of the one that was there.
   *
   * @throws StorageError when a precondition does not hold; the file is left where it was
   */
  putObject(
    bucketName: string,
    name: string,
    { file, hashes, componentCount }: ArrivedContent,
    attributes: ObjectAttributes,
    preconditions: Preconditions = {},
  ): StoredObject {
    const bucket = this.#open(bucketName);
    assertObjectName(name);
    const before = bucket.objects.get(name);
    assertPreconditions(before, preconditions);
    const now = this.#clock();
    const { size, md5Hash, crc32c } = hashes;
    const object: StoredObject = {
      bucket: bucketName,
      name,
      generation: this.#nextGeneration(now),
      metageneration: 1,
      size,
      ...(md5Hash !== undefined && componentCount === undefined && { md5Hash }),
      crc32c,
      timeCreated: now.toISOString(),
      updated: now.toISOString(),
      ...(componentCount !== undefined && { componentCount }),
      attributes,
      contentFile: bucket.folder.takeContent(file),
    };
    bucket.folder.saveObject(object);
    bucket.objects.set(name, object);
    if (before) bucket.folder.removeContent(before.contentFile);
    return object;
  }

  /** Changes what is said of an object; its generation stays. @throws StorageError */
  updateObject(
    object: StoredObject,
    attributes: ObjectAttributes,
    preconditions: Preconditions,
  ): StoredObject {
    assertPreconditions(object, preconditions);
    const bucket = this.#open(object.bucket);
    const updated = this.#clock().toISOString();
    const changed = { ...object, attributes, metageneration: object.metageneration + 1, updated };
    bucket.folder.saveObject(changed);
    bucket.objects.set(changed.name, changed);
    return changed;
  }

  /** @throws StorageError when a precondition does not hold */
  deleteObject(object: StoredObject, preconditions: Preconditions): void {
    assertPreconditions(object, preconditions);
    const bucket = this.#open(object.bucket);
    bucket.objects.delete(object.name);
    bucket.folder.removeObject(object);
  }

  #open(name: string): OpenBucket {
    const bucket = this.#buckets.get(name);
    if (!bucket) throw new StorageError('noSuchBucket');
    return bucket;
  }

  #load(name: string): void {
    if (!existsSync(path.join(this.#folder, name, 'bucket.json'))) return;
    const folder = new BucketFolder(path.join(this.#folder, name));
    const objects = folder.loadObjects();
    for (const { generation } of objects)
      this.#lastGeneration = max(this.#lastGeneration, BigInt(generation));
    const record = folder.loadBucket();
    this.#buckets.set(name, { record, folder, objects: new Map(objects.map((one) => [one.name, one])) });
  }

  /** Microseconds, as Cloud Storage counts; never the same twice. */
  #nextGeneration(now: Date): string {
    this.#lastGeneration = max(this.#lastGeneration + 1n, BigInt(now.getTime()) * 1000n);
    return String(this.#lastGeneration);
  }
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
