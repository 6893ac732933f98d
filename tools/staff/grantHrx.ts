// `npm run grant-hrx -- address ["First Last"] [--project ID]`: makes somebody HRX staff.
import { changeStaff } from './changeStaff.ts';

process.exit(await changeStaff(true, process.argv.slice(2)));
