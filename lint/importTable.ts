// Who may import what (docs/architecture.md). Each message says what to do instead.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { OxlintConfig } from 'oxlint';

type Override = NonNullable<OxlintConfig['overrides']>[number];

/** Held against what stands in the import: a regular expression (oxlint knows no look-ahead), or lines of a .gitignore. */
type Forbidden = ({ regex: string } | { group: string[] }) & { message: string };

/**
 * The folders of functions/src, from what knows most to what knows nothing: each may import those of later rows, not
 * those of its own row or of an earlier one. index.ts, deploy.ts and deps.ts stand above all.
 */
const FUNCTIONS_ORDER = [
  ['sweep'],
  ['invites', 'staff'],
  ['members'],
  ['tenants'],
  ['accounts'],
  ['notices'],
  ['jobs', 'outbox', 'claims'],
  ['audit', 'reports'],
  ['limits'],
  ['platform'],
  ['domain'],
  ['contract'],
];

const WEB_FEATURES = foldersIn('web/src/features');
/** In emulators/, servers that stand in for Google's and could serve any product. */
const GENERAL_EMULATORS = ['firestore', 'storage'];

const NO_FIREBASE_FUNCTIONS: Forbidden = {
  regex: '^firebase-functions',
  message:
    'Only *.callables.ts, *.tasks.ts, *.schedules.ts and platform/ know firebase-functions: throw a DomainError instead.',
};
const NO_FIREBASE_ADMIN: Forbidden = {
  regex: '^(firebase-admin|@google-cloud/)',
  message:
    'Only *.firestore.ts, *.auth.ts and platform/ know firebase-admin: take a store in `deps` instead.',
};

const NO_COMPOSITION: Forbidden = {
  regex: '^(\\.\\./)+(index|deploy|deps)\\.ts$',
  message: 'index.ts, deploy.ts and deps.ts put everything together: say in types what you need of `deps`.',
};

/** What a file of the functions may import goes by its name too: of two that fit, the later one holds. */
const KINDS = [
  { files: '*.{ts,tsx}', patterns: [NO_FIREBASE_FUNCTIONS, NO_FIREBASE_ADMIN] },
  {
    files: '*.{firestore,auth}.ts',
    patterns: [
      NO_FIREBASE_FUNCTIONS,
      {
        regex: '\\.(callables|tasks|schedules)\\.ts$',
        message: 'A store is called by use cases; it never calls up.',
      },
    ],
  },
  {
    files: '*.{callables,tasks,schedules}.ts',
    patterns: [
      NO_FIREBASE_ADMIN,
      { regex: '\\.firestore\\.ts$', message: 'A callable reaches its store through `deps` (deps.ts).' },
    ],
  },
];

const PURE_CORE_OF_WEB: Forbidden = {
  group: ['**/functions/**', '!**/functions/src/contract/**', '!**/functions/src/domain/**'],
  message: 'The web app imports functions/src/contract and functions/src/domain alone.',
};

function foldersIn(folder: string): string[] {
  const entries = readdirSync(path.join(import.meta.dirname, '..', folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name);
}

/** @throws for a folder of the functions that the order does not name: nothing would hold it. */
function assertOrdered(): void {
  const ordered = new Set(['testing', ...FUNCTIONS_ORDER.flat()]);
  const forgotten = foldersIn('functions/src').filter((folder) => !ordered.has(folder));
  if (forgotten.length > 0)
    throw new Error(`Name these folders in FUNCTIONS_ORDER: ${forgotten.join(', ')}.`);
}

assertOrdered();

/** Forbids imports in `files`. Of all blocks that fit a file, the last one of the table holds, alone. */
function mayNotImport(files: string[], patterns: Forbidden[]): Override {
  return {
    files,
    excludeFiles: ['**/*.test.{ts,tsx}', '**/testing/**'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

/** A path that leaves a folder for one of `folders`. */
function upTo(folders: string[], message: string): Forbidden {
  return { regex: `^(\\.\\./)+(src/|features/)?(${folders.join('|')})/`, message };
}

function functionsFolder(folder: string, row: number): Override[] {
  const above = FUNCTIONS_ORDER.slice(0, row + 1).flat();
  const upward = upTo(
    above.filter((other) => other !== folder),
    `${folder}/ knows nothing of it: FUNCTIONS_ORDER in lint/importTable.ts says who may know whom.`,
  );
  return KINDS.map(({ files, patterns }) =>
    mayNotImport([`functions/src/${folder}/**/${files}`], [...patterns, upward, NO_COMPOSITION]),
  );
}

export const importTable: Override[] = [
  ...FUNCTIONS_ORDER.flatMap((folders, row) => folders.flatMap((folder) => functionsFolder(folder, row))),
  mayNotImport(
    ['functions/src/platform/**'],
    [{ group: ['../**', '!../contract/**', '!../domain/**'], message: 'platform/ knows no feature.' }],
  ),
  mayNotImport(
    ['functions/src/domain/**'],
    [
      {
        group: ['**', '!./**', '!../contract/**'],
        message: 'The domain is pure: it imports itself and the contract, and takes the rest as arguments.',
      },
    ],
  ),
  mayNotImport(
    ['functions/src/contract/**'],
    [
      {
        group: ['**', '!./**', '!zod'],
        message: 'The contract imports zod and itself alone: the web app carries it.',
      },
    ],
  ),
  mayNotImport(['web/src/**'], [PURE_CORE_OF_WEB]),
  mayNotImport(
    ['web/src/shared/**', 'web/src/theme/**'],
    [
      { regex: '/(features|app)/', message: 'shared/ and theme/ know no feature: pass it in.' },
      PURE_CORE_OF_WEB,
    ],
  ),
  ...WEB_FEATURES.map((feature) =>
    mayNotImport(
      [`web/src/features/${feature}/**`],
      [
        {
          regex: '/app/',
          message: 'A feature knows shared/, theme/, the contract and the domain; app/ composes features.',
        },
        upTo(
          WEB_FEATURES.filter((other) => other !== feature),
          'Features meet in app/: move what both need to shared/.',
        ),
        PURE_CORE_OF_WEB,
      ],
    ),
  ),
  ...GENERAL_EMULATORS.map((emulator) =>
    mayNotImport(
      [`emulators/${emulator}/**`],
      [
        upTo(
          [
            ...foldersIn('emulators').filter((folder) => folder !== emulator),
            'functions',
            'web',
            'tests',
            'tools',
          ],
          'An emulator knows nothing of the product, nor of another one.',
        ),
      ],
    ),
  ),
];
