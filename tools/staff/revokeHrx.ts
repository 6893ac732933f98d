// `npm run revoke-hrx -- address [--project ID]`: somebody is HRX staff no longer.
import { changeStaff } from './changeStaff.ts';

process.exit(await changeStaff(false, process.argv.slice(2)));
