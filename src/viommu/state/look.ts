/** Where a look at guest tables is. */

/** One slot and what memory holds for it. One object is moved from slot to slot: there may be a million of them. */
export interface Look {
  pasid: number;
  slot: number;
  /** Our own copy of memory, and where in it the entry is; `null` where no table holds it, or none is allowed. */
  words: Uint32Array | null;
  at: number;
  /** The entry is there and present. */
  present: boolean;
}

export function newLook(): Look {
  return { pasid: 0, slot: 0, words: null, at: 0, present: false };
}
