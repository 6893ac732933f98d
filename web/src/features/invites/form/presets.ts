import type { Role, SecurityLevel } from '../../../../../functions/src/contract/roles.ts';
import { capLevel, DEFAULT_SECURITY_LEVEL, ROLES } from '../../../../../functions/src/contract/roles.ts';
import { PRESET_MESSAGES } from '../../../../../functions/src/domain/typedMessage.ts';

export type FlowType = 'general' | 'recruiter' | 'workforce';

export interface InvitePreset {
  title: string;
  subtitle: string;
  defaultRole: Role;
  allowedRoles: readonly Role[];
  /** null: each role's own default. */
  securityLevel: SecurityLevel | null;
  customMessage: string;
}

/** The three flows, with the roles, levels and messages that the product promises for each. */
export const PRESETS: Readonly<Record<FlowType, InvitePreset>> = {
  general: {
    title: 'Invite someone',
    subtitle: 'Choose their role in this company.',
    defaultRole: 'Worker',
    allowedRoles: ROLES,
    securityLevel: null,
    customMessage: '',
  },
  recruiter: {
    title: 'Invite a recruiter',
    subtitle: 'For your recruiting team.',
    defaultRole: 'Recruiter',
    allowedRoles: ['Admin', 'Recruiter', 'Manager'],
    securityLevel: '3',
    customMessage: PRESET_MESSAGES.recruiter,
  },
  workforce: {
    title: 'Invite a worker',
    subtitle: 'For workers and customers.',
    defaultRole: 'Worker',
    allowedRoles: ['Worker', 'Customer'],
    securityLevel: '2',
    customMessage: PRESET_MESSAGES.workforce,
  },
};

/** @returns the security level that a flow gives a role when nobody says otherwise, capped by the role. */
export function presetLevel(flow: FlowType, role: Role): SecurityLevel {
  return capLevel(role, PRESETS[flow].securityLevel ?? DEFAULT_SECURITY_LEVEL[role]);
}
