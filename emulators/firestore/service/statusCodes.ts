import { FirestoreError, type StatusName } from '../types.ts';

/** google.rpc.Code, which gRPC and google.rpc.Status share. */
export const STATUS_CODES: Record<StatusName, number> = {
  CANCELLED: 1,
  INVALID_ARGUMENT: 3,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
};

/** google.rpc.Status. */
export interface RpcStatus {
  code: number;
  message: string;
}

export function toRpcStatus({ status, message }: FirestoreError): RpcStatus {
  return { code: STATUS_CODES[status], message };
}

/** Any thrown thing as a FirestoreError: what was not thrown on purpose is a fault of ours, and INTERNAL. */
export function toFirestoreError(error: unknown): FirestoreError {
  if (error instanceof FirestoreError) return error;
  return new FirestoreError(
    'INTERNAL',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
}
