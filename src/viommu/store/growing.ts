/** Growing of typed arrays. Steps are small compared with a million entries, so that little memory is unused. */

const LARGEST_STEP = 65_536;

/** The capacity after `capacity`, from 64 upwards. */
export function nextCapacity(capacity: number): number {
  return capacity < LARGEST_STEP ? Math.max(64, capacity * 2) : capacity + LARGEST_STEP;
}

export function grownInt32(array: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(capacity);
  grown.set(array);
  return grown;
}

export function grownUint32(array: Uint32Array, capacity: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(capacity);
  grown.set(array);
  return grown;
}

export function grownUint8(array: Uint8Array, capacity: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(capacity);
  grown.set(array);
  return grown;
}

export function grownFloat64(array: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(capacity);
  grown.set(array);
  return grown;
}
