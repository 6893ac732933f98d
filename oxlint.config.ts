// Lint with types. What may import what is in lint/importTable.ts; lint/fixtures shows a file that each rule refuses.
import { defineConfig } from 'oxlint';
import { importTable } from './lint/importTable.ts';
import { LANGUAGE_RULES, TYPESCRIPT_RULES, WEB_RULES } from './lint/rules.ts';

export default defineConfig({
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  plugins: ['eslint', 'typescript', 'oxc', 'import', 'react'],
  categories: { correctness: 'off' },
  env: { builtin: true, node: true, browser: true },
  ignorePatterns: ['**/node_modules', '**/lib', '**/dist', '.local', 'run', 'coverage', 'lint/fixtures'],
  rules: LANGUAGE_RULES,
  overrides: [
    { files: ['**/*.{js,mjs}'], rules: { 'no-undef': 'error' } },
    { files: ['**/*.{ts,tsx}'], rules: TYPESCRIPT_RULES },
    { files: ['web/**/*.{ts,tsx}'], rules: WEB_RULES },
    { files: ['emulators/**', 'tools/**'], rules: { 'no-console': 'off' } },
    {
      files: ['**/*.test.{ts,tsx}', 'tests/**'],
      rules: { 'no-console': 'off', 'typescript/no-non-null-assertion': 'off' },
    },
    ...importTable,
  ],
});
