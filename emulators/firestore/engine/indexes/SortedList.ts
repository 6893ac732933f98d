/** Past this a chunk is split in two. */
const MAX_CHUNK = 512;

/** Entries in order, in chunks: putting one in, or taking one out, moves a chunk's entries and no others. */
export class SortedList<Entry> {
  readonly #compare: (a: Entry, b: Entry) => number;
  #chunks: Entry[][];

  /** @param compare a total order, in which no two entries are equal */
  constructor(compare: (a: Entry, b: Entry) => number, entries: Entry[]) {
    this.#compare = compare;
    const sorted = entries.sort(compare);
    const half = MAX_CHUNK / 2;
    this.#chunks = Array.from({ length: Math.ceil(sorted.length / half) }, (_, chunk) =>
      sorted.slice(chunk * half, (chunk + 1) * half),
    );
  }

  add(entry: Entry): void {
    const isBefore = (other: Entry): boolean => this.#compare(other, entry) < 0;
    const [chunk, at] = this.#find(isBefore);
    const entries = this.#chunks[chunk] ?? this.#chunks.at(-1) ?? [];
    if (this.#chunks.length === 0) this.#chunks.push(entries);
    entries.splice(chunk < this.#chunks.length ? at : entries.length, 0, entry);
    if (entries.length > MAX_CHUNK) {
      this.#chunks.splice(this.#chunks.indexOf(entries) + 1, 0, entries.splice(MAX_CHUNK / 2));
    }
  }

  /** Takes out the entry that is equal to this one, if there is any. */
  remove(entry: Entry): void {
    const [chunk, at] = this.#find((other) => this.#compare(other, entry) < 0);
    const entries = this.#chunks[chunk];
    const found = entries?.[at];
    if (!entries || found === undefined || this.#compare(found, entry) !== 0) return;
    entries.splice(at, 1);
    if (entries.length === 0) this.#chunks.splice(chunk, 1);
  }

  /** The entries from the first on for which `isBefore` does not hold; it holds for those before that, and no others. */
  *from(isBefore: (entry: Entry) => boolean): Iterable<Entry> {
    const [chunk, at] = this.#find(isBefore);
    yield* this.#chunks[chunk]?.slice(at) ?? [];
    for (let next = chunk + 1; next < this.#chunks.length; next += 1) yield* this.#chunks[next] ?? [];
  }

  /** The place of the first entry for which `isBefore` does not hold: its chunk, and where in it. */
  #find(isBefore: (entry: Entry) => boolean): [chunk: number, at: number] {
    const lastIn = (chunk: number): Entry | undefined => this.#chunks[chunk]?.at(-1);
    const chunk = firstIndex(this.#chunks.length, (index) => {
      const last = lastIn(index);
      return last !== undefined && isBefore(last);
    });
    const entries = this.#chunks[chunk] ?? [];
    const at = firstIndex(entries.length, (index) => {
      const entry = entries[index];
      return entry !== undefined && isBefore(entry);
    });
    return [chunk, at];
  }
}

/** The first of `length` indices for which `isBefore` does not hold; `length` when it holds for all. */
function firstIndex(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
