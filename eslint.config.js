// Lint with types. The import table of docs/architecture.md is enforced here: each message says what to do instead.
import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** A block that forbids imports in `files`, saying why; `allow` are globs that stay outside the block. */
function mayNotImport(files, patterns, allow = []) {
  return {
    files,
    ignores: ['**/*.test.ts', '**/*.test.tsx', ...allow],
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
  regex: '/functions/src/(?!contract/|domain/)',
  message: 'The web app imports functions/src/contract and functions/src/domain alone.',
};
const webFeatures = readdirSync(new URL('web/src/features', import.meta.url));

export default defineConfig(
  globalIgnores(['**/node_modules', '**/lib', '**/dist', '.local', 'run', 'coverage']),
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // React event handlers may be async; what they reject with is handled by `call` and the hooks.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  { files: ['emulators/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },

  // The import table.
  mayNotImport(
    ['functions/src/contract/**'],
    [
      {
        regex: '^(?!zod$|\\./)',
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
      'functions/src/access/**',
      'functions/src/domain/inviteStatus.ts',
    ],
  ),
  mayNotImport(
    ['functions/src/access/**', 'functions/src/domain/inviteStatus.ts'],
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
      { regex: '\\.firestore', message: 'A callable reaches its store through `deps` (platform/deps.ts).' },
    ],
  ),
  mayNotImport(
    ['functions/src/platform/**'],
    [{ regex: '^\\.\\./(?!contract/|access/)', message: 'platform/ knows no feature, only deps.ts does.' }],
    ['functions/src/deps.ts'],
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
);
