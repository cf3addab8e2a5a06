/** Contestants measured in turns, so that whatever else the machine does hits all of them alike. */

/** One value of each contestant per round. The order is turned about every round: nobody always comes after the same one. */
export function inRounds<const N extends string>(
  rounds: number,
  contestants: Readonly<Record<N, () => number>>,
): Record<N, number[]> {
  const names = namesOf(contestants);
  // One entry per name, so the record is whole.
  const values = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<N, number[]>;
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? names : names.toReversed();
    for (const name of order) values[name].push(contestants[name]());
  }
  return values;
}

/** Milliseconds that some work takes. */
export function millisecondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function namesOf<N extends string>(record: Readonly<Record<N, unknown>>): N[] {
  // Object.keys forgets the names that the type knows.
  return Object.keys(record) as N[];
}
