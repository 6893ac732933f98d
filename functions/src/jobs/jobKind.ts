/** One kind of work on many: what a row is, who may have it done, and how one is done. jobs/ knows no kind; deps.ts names them all. */
import type * as z from 'zod';
import type { JobDocument, JobKindName, JobParameters, JobRowOutcome } from '../contract/jobDocuments.ts';
import type { Actor } from '../domain/authority.ts';
import type { Tx } from '../platform/transaction.ts';

/** Who started the job, with what they may do now. */
export interface JobActor {
  uid: string;
  actor: Actor;
  /** How what they do is signed. */
  name: string;
  isHrx: boolean;
}

/** One row, and all that it is worked on with. */
export interface RowAsked<Row, Parameters, Who> {
  tenantId: string;
  jobId: string;
  startedByUid: string;
  parameters: Parameters;
  row: Row;
  /** The same whenever this row of this job is run: done once under this key, it is not done again. */
  key: string;
  actor: Who;
}

export interface FoundRows<Row> {
  /** At most as many as were asked for. */
  rows: Row[];
  /** Where the next ones begin; null at the end. */
  cursor: string | null;
}

export interface RowsWanted<Parameters> {
  tenantId: string;
  parameters: Parameters;
  /** null at the beginning. */
  cursor: string | null;
  limit: number;
}

interface Parts<Row extends JobParameters, Parameters extends JobParameters, Who> {
  parameters: z.ZodType<Parameters>;
  row: z.ZodType<Row>;
  /** How many rows of a page are worked on at the same moment. One where all of them write the same document. */
  rowsAtOnce: number;
  /** For kinds whose rows are found: the next ones, in an order that does not change meanwhile. */
  findRows?: (wanted: RowsWanted<Parameters>) => Promise<FoundRows<Row>>;
  /**
   * Works on one row. Run twice with the same key, it does the work once: a crash may have come before its outcome was kept.
   * @throws DomainError, which becomes the row's outcome; what passes by itself is tried again.
   */
  runRow: (asked: RowAsked<Row, Parameters, Who>) => Promise<JobRowOutcome>;
  /** Once, in the commit that ends the job, before its own writes: writes down what has to follow. */
  finish?: (tx: Tx, job: JobDocument) => Promise<void>;
}

/** A kind as the engine sees it: rows and parameters are whatever its schemas take. */
export interface JobKind {
  rowsAtOnce: number;
  /** Asked anew for each page. */
  mayRun(actor: Actor | undefined, parameters: JobParameters): boolean;
  findRows(wanted: RowsWanted<JobParameters>): Promise<FoundRows<JobParameters>>;
  runRow(asked: RowAsked<JobParameters, JobParameters, JobActor | undefined>): Promise<JobRowOutcome>;
  finish(tx: Tx, job: JobDocument): Promise<void>;
}

/** Total: a kind of the contract that nobody registers does not compile. */
export type JobKinds = Readonly<Record<JobKindName, JobKind>>;

/** What somebody has done for them: with their right as it is at each page. Who has lost it stops the job. */
export function starterJob<Row extends JobParameters, Parameters extends JobParameters>(
  parts: Parts<Row, Parameters, JobActor> & { mayRun: (actor: Actor, parameters: Parameters) => boolean },
): JobKind {
  return {
    ...withoutActor(parts),
    mayRun: (actor, parameters) =>
      actor !== undefined && parts.mayRun(actor, parts.parameters.parse(parameters)),
    runRow: ({ actor, ...asked }) => {
      if (!actor) throw new Error('A job of a starter ran without one.');
      return parts.runRow({ ...parsed(parts, asked), actor });
    },
  };
}

/** What follows by itself from something that somebody did, whatever they may do by now. */
export function systemJob<Row extends JobParameters, Parameters extends JobParameters>(
  parts: Parts<Row, Parameters, null>,
): JobKind {
  return {
    ...withoutActor(parts),
    mayRun: () => true,
    runRow: (asked) => parts.runRow({ ...parsed(parts, asked), actor: null }),
  };
}

function withoutActor<Row extends JobParameters, Parameters extends JobParameters, Who>({
  rowsAtOnce,
  parameters,
  row,
  findRows,
  finish,
}: Parts<Row, Parameters, Who>): Omit<JobKind, 'mayRun' | 'runRow'> {
  return {
    rowsAtOnce,
    finish: finish ?? (async () => {}),
    findRows: async (wanted) => {
      if (!findRows) throw new Error('The rows of this kind are given, not found.');
      const found = await findRows({ ...wanted, parameters: parameters.parse(wanted.parameters) });
      return { rows: found.rows.map((each) => row.parse(each)), cursor: found.cursor };
    },
  };
}

function parsed<Row extends JobParameters, Parameters extends JobParameters>(
  { parameters, row }: { parameters: z.ZodType<Parameters>; row: z.ZodType<Row> },
  asked: Omit<RowAsked<JobParameters, JobParameters, unknown>, 'actor'>,
) {
  return { ...asked, parameters: parameters.parse(asked.parameters), row: row.parse(asked.row) };
}
