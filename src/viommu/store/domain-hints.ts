/**
 * Which domains the slots of one chunk may have, so that an invalidation of a domain skips the chunks without it. One byte per
 * slot at most, and none where all slots have one domain, as Linux gives it to all processes.
 *
 * A hint may be a false positive: two domains share each bit, and a bit stays set after its last slot is gone, until a search
 * finds nothing and clears it. Clearing it at once would need a count per domain.
 */

const BITS = 2 ** 15;
const NONE = -1;

export class DomainHints {
  /** While there is only one. */
  #only = NONE;
  #bits: Uint32Array | null = null;

  add(domain: number): void {
    if (this.#bits !== null) setBit(this.#bits, domain);
    else if (this.#only === NONE) this.#only = domain;
    else if (this.#only !== domain) {
      this.#bits = new Uint32Array(BITS / 32);
      setBit(this.#bits, this.#only);
      setBit(this.#bits, domain);
    }
  }

  mayHold(domain: number): boolean {
    if (this.#bits === null) return this.#only === domain;
    const bit = domain % BITS;
    return (((this.#bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }

  /** Clear the bit, after a search found no slot of either domain that shares it. */
  drop(domain: number): void {
    if (this.#bits === null) this.#only = NONE;
    else clearBit(this.#bits, domain);
  }

  get sizeBytes(): number {
    return this.#bits?.byteLength ?? 0;
  }
}

/** The other domain of the same bit. */
export function twinOf(domain: number): number {
  return domain ^ BITS;
}

function setBit(bits: Uint32Array, domain: number): void {
  const at = domain % BITS;
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

function clearBit(bits: Uint32Array, domain: number): void {
  const at = domain % BITS;
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) & ~(1 << (at & 31));
}
