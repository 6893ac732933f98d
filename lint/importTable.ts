// Who may import what (docs/architecture.md). Each message says what to do instead.
import { readdirSync } from 'node:fs';
import type { OxlintConfig } from 'oxlint';

type Override = NonNullable<OxlintConfig['overrides']>[number];

interface Forbidden {
  /** As in .gitignore: the last one that fits decides, `!` allows. */
  group?: string[];
  regex?: string;
  message: string;
}

/** Forbids imports in `files`, but for those in `except`. The last block of the table that fits a file holds for it. */
function mayNotImport(files: string[], patterns: Forbidden[], except: string[] = []): Override {
  return {
    files,
    excludeFiles: ['**/*.test.ts', '**/*.test.tsx', ...except],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

const noFirebaseFunctions = {
  regex: '^firebase-functions',
  message:
    'Only *.callables.ts, *.tasks.ts and platform/ know firebase-functions: throw a DomainError instead.',
};
const noFirebaseAdmin = {
  regex: '^(firebase-admin|@google-cloud/)',
  message:
    'Only *.firestore.ts, *.auth.ts and platform/ know firebase-admin: take a store in `deps` instead.',
};
const noNode = {
  regex: '^node:',
  message: 'The core is pure: take the clock, randomness and environment as arguments.',
};
const onlyPure = {
  group: ['**/functions/src/**', '!**/functions/src/contract/**', '!**/functions/src/domain/**'],
  message: 'The web app imports functions/src/contract and functions/src/domain alone.',
};
const webFeatures = readdirSync(new URL('../web/src/features', import.meta.url));

export const importTable: Override[] = [
  mayNotImport(
    ['functions/src/contract/**'],
    [
      {
        group: ['*', '!zod', '!./*'],
        message: 'The contract imports zod and itself alone: the web app carries it.',
      },
    ],
  ),
  mayNotImport(
    ['functions/src/**/*.{ts,tsx}'],
    [noFirebaseFunctions, noFirebaseAdmin],
    [
      'functions/src/contract/**',
      'functions/src/index.ts',
      'functions/src/platform/**',
      'functions/src/**/*.firestore.ts',
      'functions/src/**/*.auth.ts',
      'functions/src/**/*.callables.ts',
      'functions/src/**/*.tasks.ts',
      'functions/src/domain/**',
    ],
  ),
  mayNotImport(
    ['functions/src/domain/**'],
    [
      noFirebaseFunctions,
      noFirebaseAdmin,
      noNode,
      { regex: '/platform/', message: 'The core imports the contract and other core alone.' },
    ],
  ),
  mayNotImport(
    ['functions/src/**/*.firestore.ts', 'functions/src/**/*.auth.ts'],
    [
      noFirebaseFunctions,
      { regex: '\\.(callables|tasks)', message: 'A store is called by use cases; it never calls up.' },
    ],
  ),
  mayNotImport(
    ['functions/src/**/*.callables.ts', 'functions/src/**/*.tasks.ts'],
    [
      noFirebaseAdmin,
      { regex: '\\.firestore', message: 'A callable reaches its store through `deps` (deps.ts).' },
    ],
  ),
  mayNotImport(
    ['functions/src/platform/**'],
    [
      {
        group: ['../**', '!../contract/**', '!../domain/**', '!../deps.ts'],
        message: 'platform/ knows no feature, only deps.ts does.',
      },
    ],
  ),
  mayNotImport(
    ['web/src/shared/**', 'web/src/theme/**'],
    [{ regex: '/(features|app)/', message: 'shared/ and theme/ know no feature: pass it in.' }, onlyPure],
  ),
  ...webFeatures.map((feature) =>
    mayNotImport(
      [`web/src/features/${feature}/**`],
      [
        {
          regex: '/app/',
          message: 'A feature knows shared/, theme/, the contract and the domain; app/ composes features.',
        },
        {
          regex: `^(\\.\\./)+(${webFeatures.filter((other) => other !== feature).join('|')})/`,
          message: 'Features meet in app/: move what both need to shared/.',
        },
        onlyPure,
      ],
    ),
  ),
];
