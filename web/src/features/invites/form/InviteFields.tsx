import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import type { Role, SecurityLevel } from '../../../../../functions/src/contract/roles.ts';
import { ROLE_SUMMARIES } from '../../../../../functions/src/contract/roleWords.ts';
import { InviteTextField, type InviteFormControl } from './InviteTextField.tsx';

interface InviteFieldsProps {
  control: InviteFormControl;
  role: Role;
  roles: readonly Role[];
  levels: readonly SecurityLevel[];
  showRoleSelector: boolean;
  /** The address of an invitation that is there is corrected elsewhere. */
  withoutEmail?: boolean;
  onRoleChange: (role: Role) => void;
}

const required = { htmlInput: { 'aria-required': true } };

/** Who is invited, and as what. */
export function InviteFields(props: InviteFieldsProps) {
  const { control, role, roles, levels, showRoleSelector, withoutEmail = false, onRoleChange } = props;
  const highest = levels.at(-1);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 2, rowGap: 1.75 }}>
      {!withoutEmail && (
        <InviteTextField
          name="email"
          control={control}
          label="Email"
          autoComplete="off"
          autoFocus
          slotProps={{ htmlInput: { ...required.htmlInput, inputMode: 'email', autoCapitalize: 'none' } }}
          sx={{ gridColumn: '1 / -1' }}
        />
      )}
      <InviteTextField
        name="firstName"
        control={control}
        label="First name"
        autoComplete="off"
        slotProps={required}
      />
      <InviteTextField
        name="lastName"
        control={control}
        label="Last name"
        autoComplete="off"
        slotProps={required}
      />
      {showRoleSelector ? (
        <InviteTextField
          name="desiredRole"
          control={control}
          label="Role"
          select
          helperText={ROLE_SUMMARIES[role]}
          onValueChange={(value) => {
            const chosen = roles.find((each) => each === value);
            if (chosen) onRoleChange(chosen);
          }}
        >
          {roles.map((each) => (
            <MenuItem key={each} value={each}>
              {each}
            </MenuItem>
          ))}
        </InviteTextField>
      ) : (
        <Box sx={{ alignSelf: 'center', pb: 1 }}>
          <Typography>
            Role: <strong>{role}</strong>
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {ROLE_SUMMARIES[role]}
          </Typography>
        </Box>
      )}
      <InviteTextField
        name="securityLevel"
        control={control}
        label="Security level"
        select
        helperText={highest && `Up to ${highest} for this role. A higher level can see more.`}
      >
        {levels.map((each) => (
          <MenuItem key={each} value={each}>
            {each}
          </MenuItem>
        ))}
      </InviteTextField>
    </Box>
  );
}
