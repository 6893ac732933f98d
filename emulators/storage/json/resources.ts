/** Objects and buckets as the JSON API shows them. */
import { etag } from '../http/sendObject.ts';
import { percentEncode } from '../signing/percentEncode.ts';
import type { StoredBucket, StoredObject } from '../store/storedObject.ts';

/**
 * https://cloud.google.com/storage/docs/json_api/v1/objects#resource
 *
 * @param origin this server, as the client sees it
 */
export function objectResource(object: StoredObject, origin: string) {
  const { bucket, name, generation, metageneration, size, md5Hash, crc32c, componentCount, attributes } =
    object;
  const address = `${origin}/storage/v1/b/${percentEncode(bucket)}/o/${percentEncode(name)}`;
  return {
    kind: 'storage#object',
    id: `${bucket}/${name}/${generation}`,
    selfLink: address,
    mediaLink: `${address.replace('/storage/v1/', '/download/storage/v1/')}?generation=${generation}&alt=media`,
    name,
    bucket,
    generation,
    metageneration: String(metageneration),
    ...attributes,
    storageClass: 'STANDARD',
    size: String(size),
    ...(md5Hash !== undefined && { md5Hash }),
    crc32c,
    ...(componentCount !== undefined && { componentCount }),
    etag: etag(object),
    timeCreated: object.timeCreated,
    updated: object.updated,
    timeStorageClassUpdated: object.timeCreated,
    timeFinalized: object.timeCreated,
  };
}

/** https://cloud.google.com/storage/docs/json_api/v1/buckets#resource */
export function bucketResource(
  { name, metageneration, timeCreated, updated, cors, labels }: StoredBucket,
  origin: string,
) {
  return {
    kind: 'storage#bucket',
    id: name,
    selfLink: `${origin}/storage/v1/b/${name}`,
    name,
    metageneration: String(metageneration),
    location: 'US-CENTRAL1',
    locationType: 'region',
    storageClass: 'STANDARD',
    etag: String(metageneration),
    timeCreated,
    updated,
    ...(cors.length > 0 && { cors }),
    ...(Object.keys(labels).length > 0 && { labels }),
    iamConfiguration: { uniformBucketLevelAccess: { enabled: true }, publicAccessPrevention: 'enforced' },
  };
}
