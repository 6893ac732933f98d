/** docs/guarantees says of each promise which test holds it. This looks whether that is so. */
import path from 'node:path';

/** A link to a test file, and behind its colon the names of tests in “…”, as many as there are. */
const PROOF = /\[[^\]]+\]\(([^)]+)\): (“[^”]+”(?:, “[^”]+”)*)/g;
const NAME = /“([^”]+)”/g;

export interface Proof {
  /** The test file, from the folder of the page. */
  file: string;
  names: string[];
}

/** @returns the promises of a page, which are the items of its lists, each with its proofs. */
export function guaranteesOf(markdown: string): { line: string; proofs: Proof[] }[] {
  return markdown
    .split('\n')
    .filter((line) => /^\s*[-*] /.test(line))
    .map((line) => ({
      line,
      proofs: [...line.matchAll(PROOF)].map(([, file = '', names = '']) => ({
        file,
        names: [...names.matchAll(NAME)].map(([, name = '']) => name),
      })),
    }));
}

/**
 * @param read gives the text of a file by its path from the page; undefined where there is none.
 * @returns what is wrong: promises without a proof, proofs that are no test file, names that stand in no such file. A
 *   name may be a part of the title, or of a row of `it.each`.
 */
export function brokenGuarantees(markdown: string, read: (file: string) => string | undefined): string[] {
  return guaranteesOf(markdown).flatMap(({ line, proofs }) => {
    // Each link of a promise is a proof: one whose names were forgotten proves nothing.
    const links = line.match(/\]\(/g)?.length ?? 0;
    if (proofs.length === 0 || links !== proofs.length) return [`no test is named: ${line}`];
    return proofs.flatMap(({ file, names }) => {
      const source = /\.test\.tsx?$/.test(file) ? read(file) : undefined;
      if (source === undefined) return [`no test file: ${file}`];
      const titles = source.replaceAll("\\'", "'");
      return names
        .filter((name) => !titles.includes(name))
        .map((name) => `no “${name}” in ${path.basename(file)}`);
    });
  });
}
