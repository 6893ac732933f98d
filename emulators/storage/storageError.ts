/** What Cloud Storage refuses, as one table: status, the XML API's code, the JSON API's reason, and the sentence. */

interface Problem {
  status: number;
  code: string;
  reason: string;
  message: string;
}

/**
 * From https://cloud.google.com/storage/docs/xml-api/reference-status and
 * https://cloud.google.com/storage/docs/json_api/v1/status-codes
 */
const PROBLEMS = {
  accessDenied: { status: 403, code: 'AccessDenied', reason: 'forbidden', message: 'Access denied.' },
  anonymousCaller: {
    status: 401,
    code: 'AccessDenied',
    reason: 'required',
    message: 'Anonymous caller does not have access to the Google Cloud Storage bucket or object.',
  },
  badDigest: {
    status: 400,
    code: 'BadDigest',
    reason: 'invalid',
    message: 'The hash that you sent does not match what was received.',
  },
  bucketExists: {
    status: 409,
    code: 'BucketAlreadyOwnedByYou',
    reason: 'conflict',
    message: 'Your previous request to create the named bucket succeeded and you already own it.',
  },
  bucketNotEmpty: {
    status: 409,
    code: 'BucketNotEmpty',
    reason: 'conflict',
    message: 'The bucket you tried to delete is not empty.',
  },
  entityTooLarge: {
    status: 400,
    code: 'EntityTooLarge',
    reason: 'invalid',
    message: 'Your proposed upload is larger than the maximum object size specified in your request.',
  },
  entityTooSmall: {
    status: 400,
    code: 'EntityTooSmall',
    reason: 'invalid',
    message: 'Your proposed upload is smaller than the minimum object size specified in your request.',
  },
  expiredToken: { status: 400, code: 'ExpiredToken', reason: 'invalid', message: 'Invalid argument.' },
  incompleteBody: {
    status: 400,
    code: 'IncompleteBody',
    reason: 'invalid',
    message:
      'You did not provide the number of bytes specified by the Content-Length or Content-Range header.',
  },
  internal: {
    status: 500,
    code: 'InternalError',
    reason: 'backendError',
    message: 'We encountered an internal error. Please try again.',
  },
  invalidArgument: { status: 400, code: 'InvalidArgument', reason: 'invalid', message: 'Invalid argument.' },
  invalidPolicyDocument: {
    status: 400,
    code: 'InvalidPolicyDocument',
    reason: 'invalid',
    message: 'The content of the form does not meet the conditions specified in the policy document.',
  },
  invalidRange: {
    status: 416,
    code: 'InvalidRange',
    reason: 'requestedRangeNotSatisfiable',
    message: 'The requested range cannot be satisfied.',
  },
  malformedSecurityHeader: {
    status: 400,
    code: 'MalformedSecurityHeader',
    reason: 'invalid',
    message: 'Your request has a malformed header.',
  },
  methodNotAllowed: {
    status: 405,
    code: 'MethodNotAllowed',
    reason: 'methodNotAllowed',
    message: 'The specified method is not allowed against this resource.',
  },
  noSuchBucket: {
    status: 404,
    code: 'NoSuchBucket',
    reason: 'notFound',
    message: 'The specified bucket does not exist.',
  },
  noSuchObject: {
    status: 404,
    code: 'NoSuchKey',
    reason: 'notFound',
    message: 'The specified key does not exist.',
  },
  noSuchUpload: {
    status: 404,
    code: 'NoSuchUpload',
    reason: 'notFound',
    message: 'The specified upload does not exist: it was cancelled, or never started.',
  },
  notImplemented: {
    status: 501,
    code: 'NotImplemented',
    reason: 'notImplemented',
    message: 'The storage emulator does not do this.',
  },
  notModified: {
    status: 304,
    code: 'NotModified',
    reason: 'notModified',
    message: 'The resource has not been modified.',
  },
  preconditionFailed: {
    status: 412,
    code: 'PreconditionFailed',
    reason: 'conditionNotMet',
    message: 'At least one of the pre-conditions you specified did not hold.',
  },
  signatureDoesNotMatch: {
    status: 403,
    code: 'SignatureDoesNotMatch',
    reason: 'forbidden',
    message:
      'The request signature we calculated does not match the signature you provided. Check your Google secret key and signing method.',
  },
  uploadCancelled: {
    status: 499,
    code: 'ClientClosedRequest',
    reason: 'clientClosedRequest',
    message: 'The upload was cancelled.',
  },
  uploadExpired: {
    status: 410,
    code: 'UploadExpired',
    reason: 'gone',
    message: 'The upload session has expired: start a new one.',
  },
} as const satisfies Record<string, Problem>;

export type ProblemName = keyof typeof PROBLEMS;

/** A request that is refused. `http/errorBodies.ts` writes it as JSON or XML. */
export class StorageError extends Error {
  readonly problem: Problem;
  readonly details: string | undefined;
  /** More elements of the XML body, such as `StringToSign`. */
  readonly elements: Record<string, string>;

  /** @param details what exactly is wrong, for the reader */
  constructor(name: ProblemName, details?: string, elements: Record<string, string> = {}) {
    const problem = PROBLEMS[name];
    super(details === undefined ? problem.message : `${problem.message} ${details}`);
    this.problem = problem;
    this.details = details;
    this.elements = elements;
  }
}
