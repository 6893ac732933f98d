/** docs/guarantees gives each promise an id and a sentence; tests carry the ids in their titles. This compares the two. */

/** A promise: `- **INV-03** The sentence.` */
const PROMISE = /^- \*\*([A-Z]+-\d{2,})\*\* (\S.*)$/;
const LIST_ITEM = /^\s*[-*] /;
/** Ids in a test's title: `… [INV-03]`, `… [INV-03, LINK-07]`. */
const IDS = /\[((?:[A-Z]+-\d{2,})(?:, [A-Z]+-\d{2,})*)\]/g;

export interface Guarantee {
  id: string;
  sentence: string;
}

/** @returns the promises of a page. @throws Error for a list item that is none. */
export function promisesOf(markdown: string): Guarantee[] {
  return markdown
    .split('\n')
    .filter((line) => LIST_ITEM.test(line))
    .map((line) => {
      const [, id, sentence] = PROMISE.exec(line) ?? [];
      if (id === undefined || sentence === undefined)
        throw new Error(`This is no promise with an id: ${line}`);
      return { id, sentence };
    });
}

/** @returns the ids in the titles of a test file. */
export function idsOf(testSource: string): string[] {
  return [...testSource.matchAll(IDS)].flatMap(([, ids = '']) => ids.split(', '));
}

/** @returns what is wrong: an id that stands twice, one without a test, and one in a test that is no promise. */
export function brokenGuarantees(promises: readonly Guarantee[], testIds: readonly string[]): string[] {
  const ids = promises.map(({ id }) => id);
  const known = new Set(ids);
  const tested = new Set(testIds);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`),
    ...[...known].filter((id) => !tested.has(id)).map((id) => `no test carries ${id}`),
    ...[...tested].filter((id) => !known.has(id)).map((id) => `a test carries ${id}, which no page has`),
  ];
}
