import type { Database } from '../engine/database.ts';
import type { DatabaseName, Path } from '../engine/documentNames.ts';
import type { Engine } from '../engine/engine.ts';
import type { StructuredQuery } from '../engine/query/structuredQuery.ts';
import type { Caller, RulesRuntime } from '../types.ts';
import { Access } from './access.ts';

export interface ServiceOptions {
  engine: Engine;
  /** The rules in force now; without any, clients are denied. */
  rules?: () => RulesRuntime | undefined;
  /** Told of every query that is run, counted or listened to, of the document (or root) it starts from, and where. */
  onQuery?: (query: StructuredQuery, parent: Path, database: DatabaseName) => void;
}

/** One caller's way to the databases. */
export interface CallContext {
  open(name: DatabaseName): { database: Database; access: Access };
  recordQuery(query: StructuredQuery, parent: Path, database: DatabaseName): void;
}

export function createCallContext({ engine, rules, onQuery }: ServiceOptions, caller: Caller): CallContext {
  return {
    open: (name) => {
      const database = engine.database(name);
      return { database, access: new Access(caller, database, rules ?? (() => undefined)) };
    },
    recordQuery: (query, parent, database) => onQuery?.(query, parent, database),
  };
}
