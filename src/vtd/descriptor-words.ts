/** The two words of a descriptor as elements of 32 bits, for readers of fields. */

/** Reused by one descriptor after the other. */
export interface DescriptorBuffer {
  readonly halves: Uint32Array;
  readonly whole: BigUint64Array;
}

export function descriptorBuffer(): DescriptorBuffer {
  const whole = new BigUint64Array(2);
  return { halves: new Uint32Array(whole.buffer), whole };
}

/** @returns the buffer's halves */
export function splitDescriptor(into: DescriptorBuffer, lo: bigint, hi: bigint): Uint32Array {
  into.whole[0] = lo;
  into.whole[1] = hi;
  return into.halves;
}

/** The same, in a new array. */
export function descriptorWords(lo: bigint, hi: bigint): Uint32Array {
  return splitDescriptor(descriptorBuffer(), lo, hi);
}
