/** The people that `npm start` and every test begin with. Their accounts are in emulator-data/auth_export/accounts.json. */

export const DEMO_PASSWORD = 'demo-pass-1';

interface DemoPerson {
  uid: string;
  email: string;
  firstName: string;
  lastName: string;
  /** In words, for the screen of `npm start`. */
  who: string;
}

export const demoPeople = [
  {
    uid: 'hana',
    email: 'hana@hrx.example',
    firstName: 'Hana',
    lastName: 'Sato',
    who: 'HRX staff, not in a company',
  },
  {
    uid: 'adam',
    email: 'adam@acme.example',
    firstName: 'Adam',
    lastName: 'Reyes',
    who: 'owner and Admin of Acme Staffing',
  },
  {
    uid: 'rita',
    email: 'rita@acme.example',
    firstName: 'Rita',
    lastName: 'Novak',
    who: 'Recruiter of Acme Staffing',
  },
  {
    uid: 'mona',
    email: 'mona@acme.example',
    firstName: 'Mona',
    lastName: 'Haddad',
    who: 'Manager of Acme Staffing',
  },
  {
    uid: 'walt',
    email: 'walt@acme.example',
    firstName: 'Walt',
    lastName: 'Brennan',
    who: 'Worker of Acme Staffing and of Globex Logistics',
  },
  {
    uid: 'gloria',
    email: 'gloria@globex.example',
    firstName: 'Gloria',
    lastName: 'Lindqvist',
    who: 'owner and Admin of Globex Logistics',
  },
  {
    uid: 'otto',
    email: 'otto@example.com',
    firstName: 'Otto',
    lastName: 'Weber',
    who: 'not in a company',
  },
  {
    uid: 'una',
    email: 'una@example.com',
    firstName: 'Una',
    lastName: 'Okafor',
    who: 'not in a company, email not confirmed',
  },
] as const satisfies DemoPerson[];

export type DemoUid = (typeof demoPeople)[number]['uid'];

/** @returns the person by uid. @throws Error when nobody has it. */
export function demoPerson(uid: DemoUid): DemoPerson {
  const person = demoPeople.find((each) => each.uid === uid);
  if (!person) throw new Error(`Nobody of the demo world is called ${uid}.`);
  return person;
}
