/** What lint says of fixtures/, and what the fixtures say that it must. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The rules that refuse a line, in the order of the alphabet, by `file:line`. */
export type Refusals = Record<string, string[]>;

const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const OXLINT = path.join(import.meta.dirname, '../node_modules/oxlint/bin/oxlint');
/** `use(maybe!); // typescript/no-non-null-assertion, no-void` */
const MARK = /\/\/ ((?:(?:[a-z]+\/)?[a-z-]+(?:, )?)+)$/;

/** What we read of `oxlint --format json` (1.94). */
interface Report {
  diagnostics: { code?: string; message: string; filename: string; labels: { span: { line: number } }[] }[];
}

/** @returns what the fixtures name at the end of their lines. */
export function namedRefusals(): Refusals {
  const refusals: Refusals = {};
  for (const file of globSync('**/*.{ts,tsx,mjs}', { cwd: FIXTURES })) {
    const lines = readFileSync(path.join(FIXTURES, file), 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      const rules = MARK.exec(line)?.[1];
      if (rules !== undefined) refusals[`${file}:${index + 1}`] = rules.split(', ').toSorted();
    }
  }
  return refusals;
}

/** @returns what oxlint refuses there, with the rules of the repository. What no rule says stands for itself. */
export function actualRefusals(): Refusals {
  const { stdout } = spawnSync(process.execPath, [OXLINT, '-c', 'lint.config.ts', '-f', 'json', '.'], {
    cwd: FIXTURES,
    encoding: 'utf8',
  });
  const refusals: Refusals = {};
  for (const { code, message, filename, labels } of (JSON.parse(stdout) as Report).diagnostics) {
    const rules = (refusals[`${filename}:${labels[0]?.span.line ?? 0}`] ??= []);
    const rule = code === undefined ? message : ruleName(code);
    if (!rules.includes(rule)) rules.push(rule);
    rules.sort();
  }
  return refusals;
}

/** `typescript(no-explicit-any)`, as the configuration names it. */
function ruleName(code: string): string {
  const [, plugin = '', rule = ''] = /^(?:eslint-plugin-)?([\w-]+)\((.+)\)$/.exec(code) ?? [];
  if (plugin === 'eslint') return rule;
  return `${plugin === 'react-hooks' ? 'react' : plugin}/${rule}`;
}
