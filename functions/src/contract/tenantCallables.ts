/** The callables about a company itself. */
import * as z from 'zod';
import type { CallableTable } from './CallableTable.ts';
import {
  expiresInHoursField,
  replyToField,
  seatLimitField,
  switchField,
  tenantIdField,
  timeZoneField,
} from './fields.ts';

export const tenantCallables = {
  /** What is left out stays as it is. */
  updateTenantSettings: {
    who: 'tenant',
    request: z.strictObject({
      tenantId: tenantIdField,
      inviteLifetimeHours: expiresInHoursField.nullish(),
      reminders: switchField.nullish(),
      freshLinks: switchField.nullish(),
      /** Empty: replies go to nobody. */
      replyTo: replyToField.nullish(),
      timeZone: timeZoneField.nullish(),
      requireAcceptance: switchField.nullish(),
      handoverLinks: switchField.nullish(),
      /** By HRX alone. A limit under what is in use takes nothing from anybody: nobody new comes in. */
      seatLimit: seatLimitField.nullish(),
    }),
    /** What the settings are now. */
    response: z.strictObject({
      inviteLifetimeHours: z.int(),
      reminders: z.boolean(),
      freshLinks: z.boolean(),
      replyTo: z.string().nullable(),
      timeZone: z.string(),
      requireAcceptance: z.boolean(),
      handoverLinks: z.boolean(),
      /** null: no limit. */
      seatLimit: z.int().nullable(),
    }),
  },
} as const satisfies CallableTable;
