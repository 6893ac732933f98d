/** Picks one of some items; the same picks in the same order for the same seed. */
export type Random = <Item>(items: readonly Item[]) => Item;

/** Picks items by mulberry32, a small generator whose successive numbers are independent enough for tests. */
export function seeded(seed: number): Random {
  let state = seed;
  return (items) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const item = items[Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
}
