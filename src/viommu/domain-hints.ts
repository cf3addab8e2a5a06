/**
 * Which domains the slots of one chunk may have, so that an invalidation of a domain passes by the chunks without it. Two bytes
 * per slot at most, nothing where all have one domain, as the processes of a guest do.
 *
 * A hint outlives its last slot until somebody looks and finds none: taking it back at once would need a count per domain.
 */

const DOMAINS = 2 ** 16;
const NONE = -1;

export class DomainHints {
  /** As long as there is but one. */
  #only = NONE;
  #bits: Uint32Array | null = null;

  add(domain: number): void {
    if (this.#bits !== null) setBit(this.#bits, domain);
    else if (this.#only === NONE) this.#only = domain;
    else if (this.#only !== domain) {
      this.#bits = new Uint32Array(DOMAINS / 32);
      setBit(this.#bits, this.#only);
      setBit(this.#bits, domain);
    }
  }

  mayHold(domain: number): boolean {
    if (this.#bits === null) return this.#only === domain;
    return (((this.#bits[domain >>> 5] ?? 0) >>> (domain & 31)) & 1) === 1;
  }

  /** Somebody looked, and no slot has it. */
  drop(domain: number): void {
    if (this.#bits !== null) this.#bits[domain >>> 5] = (this.#bits[domain >>> 5] ?? 0) & ~(1 << (domain & 31));
    else if (this.#only === domain) this.#only = NONE;
  }

  get sizeBytes(): number {
    return this.#bits?.byteLength ?? 0;
  }
}

function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}
