/** The callables about work on many, whatever its kind. Each kind is started by a callable of its own. */
import * as z from 'zod';
import type { CallableTable } from './CallableTable.ts';
import { jobIdField, tenantIdField } from './fields.ts';
import { JOB_STATES, JOB_STATES_TO_ASK_FOR } from './jobDocuments.ts';

const job = { tenantId: tenantIdField, jobId: jobIdField };
const response = z.strictObject({ state: z.enum(JOB_STATES) });

export const jobCallables = {
  /** For who started the job, or has the right that its kind is managed by. Paused it goes on with `running`. */
  setJobState: {
    who: 'tenant',
    request: z.strictObject({
      ...job,
      state: z.enum(JOB_STATES_TO_ASK_FOR, { error: 'Choose running, paused or cancelled.' }),
    }),
    response,
  },
  /** Tries the rows again that failed and may work now. For the same people. */
  retryJob: { who: 'tenant', request: z.strictObject(job), response },
} as const satisfies CallableTable;
