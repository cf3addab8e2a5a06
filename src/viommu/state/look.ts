/** The current position of a look at guest tables. */

/** One slot and what memory holds for it. One object is reused for all slots, since there may be a million of them. */
export interface Look {
  pasid: number;
  slot: number;
  /** The engine's copy of the table, and the index of the entry in it; `null` where there is no table, or PASIDE forbids it. */
  words: Uint32Array | null;
  at: number;
  /** There is an entry with P set. */
  present: boolean;
}

export function newLook(): Look {
  return { pasid: 0, slot: 0, words: null, at: 0, present: false };
}
