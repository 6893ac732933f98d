import type { Message } from '../../types.ts';
import { toJson } from '../protoJson.ts';

/** A query that ran, for a test that compares what ran with firestore.indexes.json. */
export interface LoggedQuery {
  /** The path of the document under which it looked, empty for the root. */
  parent: string;
  /** google.firestore.v1.StructuredQuery as proto3 JSON. */
  structuredQuery: unknown;
}

/** Remembers each different query of each project. */
export class QueryLog {
  readonly #queries = new Map<string, Map<string, LoggedQuery>>();

  add(projectId: string, parent: string, structuredQuery: Message): void {
    const query = { parent, structuredQuery: toJson('StructuredQuery', structuredQuery) };

    const ofProject = this.#queries.get(projectId) ?? new Map<string, LoggedQuery>();
    ofProject.set(JSON.stringify(query), query);
    this.#queries.set(projectId, ofProject);
  }

  list(projectId: string): LoggedQuery[] {
    return [...(this.#queries.get(projectId)?.values() ?? [])];
  }

  forget(projectId: string): void {
    this.#queries.delete(projectId);
  }
}
