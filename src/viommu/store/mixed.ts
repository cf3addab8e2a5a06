/** A hash for tables whose keys a guest chooses: without the seed it cannot find keys that collide. Source: MurmurHash3, fmix32. */

export function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}

/** 32 bits that depend on each bit of both numbers. Start with the seed, then pass the result on for the next number. */
export function mixed(state: number, value: number): number {
  let mix = state ^ value;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85eb_ca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2_ae35);
  return mix ^ (mix >>> 16);
}
