import { useSyncExternalStore } from 'react';
import { currentConnection, subscribeToConnection, type Connection } from './connection.ts';

/** @returns how the connection is, and as it becomes */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribeToConnection, currentConnection);
}
