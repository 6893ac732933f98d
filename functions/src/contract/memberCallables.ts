/** The callables about members. */
import * as z from 'zod';
import type { CallableTable } from './CallableTable.ts';
import { permissionsField, roleField, securityLevelField, tenantIdField, uidField } from './fields.ts';

export const memberCallables = {
  setTenantRole: {
    who: 'tenant',
    request: z.strictObject({
      tenantId: tenantIdField,
      uid: uidField,
      role: roleField,
      securityLevel: securityLevelField,
      /** All that is granted from now on. Left out: a lower role is granted nothing, another one what it was. */
      permissions: permissionsField.nullish(),
    }),
    response: z.strictObject({
      uid: uidField,
      role: roleField,
      securityLevel: securityLevelField,
      claimsApplied: z.boolean(),
    }),
  },
} as const satisfies CallableTable;
