/** What is kept of an object and of a bucket, beside the bytes. */

/** What the client says of an object, and may change without sending the bytes again. */
export interface ObjectAttributes {
  contentType?: string;
  contentDisposition?: string;
  contentEncoding?: string;
  contentLanguage?: string;
  cacheControl?: string;
  customTime?: string;
  /** Custom metadata: `x-goog-meta-…` of the XML API. */
  metadata?: Record<string, string>;
}

export const ATTRIBUTE_NAMES = [
  'contentType',
  'contentDisposition',
  'contentEncoding',
  'contentLanguage',
  'cacheControl',
  'customTime',
] as const satisfies (keyof ObjectAttributes)[];

export interface StoredObject {
  bucket: string;
  name: string;
  /** Changes with each upload to the name, and only grows. */
  generation: string;
  /** Counts the changes of the attributes within a generation, from 1. */
  metageneration: number;
  size: number;
  /** Missing for a composed object, as in Cloud Storage. */
  md5Hash?: string;
  crc32c: string;
  timeCreated: string;
  updated: string;
  /** How many objects it was composed of. */
  componentCount?: number;
  attributes: ObjectAttributes;
  /** The file of its bytes, in the bucket's folder. */
  contentFile: string;
}

/** https://cloud.google.com/storage/docs/json_api/v1/buckets#cors */
export interface CorsRule {
  origin?: string[];
  method?: string[];
  /** Request headers that a page may send, and response headers that it may read. */
  responseHeader?: string[];
  maxAgeSeconds?: number;
}

export interface StoredBucket {
  name: string;
  metageneration: number;
  timeCreated: string;
  updated: string;
  cors: CorsRule[];
  labels: Record<string, string>;
}
