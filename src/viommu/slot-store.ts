/**
 * The light entries: one slot per (device, PASID) in typed arrays, 64 slots to a leaf, as PASID tables have them.
 *
 * A slot holds the guest's 512 bits as last looked at, the HWPT that the host has attached, its state and errno, and the
 * domain that invalidations name. 72 bytes a slot; leaves come in chunks of 64 and are given back with them.
 */

import { PASID_ENTRY_STEP } from '../vtd/pasid-entry.ts';
import { DomainIndex } from './domain-index.ts';
import { grownInt32, grownUint8, nextCapacity } from './growing.ts';

export const SLOTS_PER_LEAF = 64;
const LEAVES_PER_CHUNK = 64;
const SLOTS_PER_CHUNK = SLOTS_PER_LEAF * LEAVES_PER_CHUNK;
const CHUNK_LOG2 = 12;
const IN_CHUNK = SLOTS_PER_CHUNK - 1;
const LEAF_BYTES = SLOTS_PER_LEAF * PASID_ENTRY_STEP * 4;

/** The host has nothing attached. */
export const NOTHING = -1;
/** The host has the nest parent attached; other values ≥ 0 are records of the HWPT table. */
export const PARENT = -2;

/**
 * `absent`: no entry. `attached`: memory and host agree. `failed`: wanted, and the host has nothing. `zombie`: not wanted
 * any more, and the host would not let go. `refused`: present in memory, and nothing that the guest was offered.
 */
export const STATE = { absent: 0, attached: 1, failed: 2, zombie: 3, refused: 4 } as const;
export type State = (typeof STATE)[keyof typeof STATE];

interface Chunk {
  readonly words: Uint32Array;
  readonly bytes: Buffer;
  readonly hwpt: Int32Array;
  readonly domain: Uint16Array;
  readonly state: Uint8Array;
  readonly errno: Uint8Array;
  leaves: number;
}

export class SlotStore {
  readonly #chunks: Chunk[] = [];
  readonly #free: number[] = [];
  #leaves = 0;
  #owner = new Int32Array(0);
  #number = new Int32Array(0);
  #live = new Uint8Array(0);
  #retries = new Uint8Array(0);
  readonly domains = new DomainIndex();
  /** Slots in all that should be tried again. */
  retries = 0;

  /** A leaf of empty slots. Undone by: freeLeaf. */
  newLeaf(device: number, number: number): number {
    const leaf = this.#free.pop() ?? this.#leaves++;
    if (leaf >= this.#owner.length) this.#grow();
    this.#chunkFor(leaf).leaves++;
    this.#owner[leaf] = device;
    this.#number[leaf] = number;
    return leaf;
  }

  freeLeaf(leaf: number): void {
    const index = Math.floor(leaf / LEAVES_PER_CHUNK);
    const chunk = this.#chunk(leaf * SLOTS_PER_LEAF);
    const from = (leaf % LEAVES_PER_CHUNK) * SLOTS_PER_LEAF;
    chunk.words.fill(0, from * PASID_ENTRY_STEP, (from + SLOTS_PER_LEAF) * PASID_ENTRY_STEP);
    this.#owner[leaf] = NOTHING;
    this.#free.push(leaf);
    chunk.leaves--;
    if (chunk.leaves === 0) delete this.#chunks[index];
  }

  /** Leaves in use. */
  get leaves(): number {
    return this.#leaves - this.#free.length;
  }

  /** Index of the device that a leaf belongs to. */
  ownerOf(leaf: number): number {
    return this.#owner[leaf] ?? NOTHING;
  }

  /** PASIDs of a leaf are 64·number … 64·number + 63. */
  numberOf(leaf: number): number {
    return this.#number[leaf] ?? 0;
  }

  /** Slots of a leaf that are not absent. */
  liveIn(leaf: number): number {
    return this.#live[leaf] ?? 0;
  }

  /** Slots of a leaf that the next event should try again. */
  retriesIn(leaf: number): number {
    return this.#retries[leaf] ?? 0;
  }

  state(slot: number): State {
    // Only setState writes here.
    return (this.#chunk(slot).state[slot & IN_CHUNK] ?? STATE.absent) as State;
  }

  /** Change the state; the domain index follows. */
  setState(slot: number, state: State, errno = 0): void {
    const chunk = this.#chunk(slot);
    const at = slot & IN_CHUNK;
    const before = chunk.state[at] ?? STATE.absent;
    chunk.errno[at] = errno;
    if (before === state) return;
    chunk.state[at] = state;
    const leaf = Math.floor(slot / SLOTS_PER_LEAF);
    const change = Number(mustRetry(state)) - Number(mustRetry(before));
    this.#retries[leaf] = this.retriesIn(leaf) + change;
    this.retries += change;
    if (before === STATE.absent) {
      this.#live[leaf] = this.liveIn(leaf) + 1;
      this.domains.add(chunk.domain[at] ?? 0, leaf);
    } else if (state === STATE.absent) {
      this.#live[leaf] = this.liveIn(leaf) - 1;
      this.#leaveDomain(slot);
    }
  }

  /** errno of the last refusal, 0 when the host was not asked. */
  errno(slot: number): number {
    return this.#chunk(slot).errno[slot & IN_CHUNK] ?? 0;
  }

  hwpt(slot: number): number {
    return this.#chunk(slot).hwpt[slot & IN_CHUNK] ?? NOTHING;
  }

  setHwpt(slot: number, record: number): void {
    this.#chunk(slot).hwpt[slot & IN_CHUNK] = record;
  }

  domain(slot: number): number {
    return this.#chunk(slot).domain[slot & IN_CHUNK] ?? 0;
  }

  setDomain(slot: number, domain: number): void {
    const chunk = this.#chunk(slot);
    const at = slot & IN_CHUNK;
    if (chunk.domain[at] === domain) return;
    const live = chunk.state[at] !== STATE.absent;
    if (live) this.#leaveDomain(slot);
    chunk.domain[at] = domain;
    if (live) this.domains.add(domain, Math.floor(slot / SLOTS_PER_LEAF));
  }

  /** The guest's bits: an array and the index in it; valid until a leaf is made or freed. */
  words(slot: number): Uint32Array {
    return this.#chunk(slot).words;
  }

  wordsAt(slot: number): number {
    return (slot & IN_CHUNK) * PASID_ENTRY_STEP;
  }

  /** Take over an entry's bits, or zeros; tells whether they differ from those before. */
  copyWords(slot: number, from: Uint32Array | null, at: number): boolean {
    const { words } = this.#chunk(slot);
    const to = this.wordsAt(slot);
    let changed = 0;
    for (let index = 0; index < PASID_ENTRY_STEP; index++) {
      const value = from === null ? 0 : (from[at + index] ?? 0);
      changed |= (words[to + index] ?? 0) ^ value;
      words[to + index] = value;
    }
    return changed !== 0;
  }

  sameWords(slot: number, from: Uint32Array | null, at: number): boolean {
    const { words } = this.#chunk(slot);
    const to = this.wordsAt(slot);
    for (let index = 0; index < PASID_ENTRY_STEP; index++) {
      if (words[to + index] !== (from === null ? 0 : from[at + index])) return false;
    }
    return true;
  }

  /** A whole page of the guest's equals what we hold. */
  sameLeaf(leaf: number, page: Uint8Array, pageAt: number): boolean {
    const { bytes } = this.#chunk(leaf * SLOTS_PER_LEAF);
    const from = (leaf % LEAVES_PER_CHUNK) * LEAF_BYTES;
    return bytes.compare(page, pageAt, pageAt + LEAF_BYTES, from, from + LEAF_BYTES) === 0;
  }

  /** Bytes that the entries take. */
  get sizeBytes(): number {
    const chunks = this.#chunks.filter((chunk) => chunk !== undefined).length;
    return chunks * SLOTS_PER_CHUNK * 72 + this.#owner.length * 10;
  }

  #chunk(slot: number): Chunk {
    const chunk = this.#chunks[slot >>> CHUNK_LOG2];
    if (chunk === undefined) throw new RangeError(`no slot ${slot}`);
    return chunk;
  }

  #chunkFor(leaf: number): Chunk {
    const index = Math.floor(leaf / LEAVES_PER_CHUNK);
    const held = this.#chunks[index];
    if (held !== undefined) return held;
    const fresh = newChunk();
    this.#chunks[index] = fresh;
    return fresh;
  }

  #grow(): void {
    const capacity = nextCapacity(this.#owner.length);
    this.#owner = grownInt32(this.#owner, capacity);
    this.#number = grownInt32(this.#number, capacity);
    this.#live = grownUint8(this.#live, capacity);
    this.#retries = grownUint8(this.#retries, capacity);
  }

  /** The leaf leaves the list of the slot's domain when it was its last slot there. */
  #leaveDomain(slot: number): void {
    const { domain, state } = this.#chunk(slot);
    const at = slot & IN_CHUNK;
    const left = domain[at] ?? 0;
    const first = at - (at % SLOTS_PER_LEAF);
    for (let other = first; other < first + SLOTS_PER_LEAF; other++) {
      if (other !== at && domain[other] === left && state[other] !== STATE.absent) return;
    }
    this.domains.remove(left, Math.floor(slot / SLOTS_PER_LEAF));
  }
}

function mustRetry(state: number): boolean {
  return state === STATE.failed || state === STATE.zombie;
}

function newChunk(): Chunk {
  const words = new Uint32Array(SLOTS_PER_CHUNK * PASID_ENTRY_STEP);
  return {
    words,
    bytes: Buffer.from(words.buffer),
    hwpt: new Int32Array(SLOTS_PER_CHUNK).fill(NOTHING),
    domain: new Uint16Array(SLOTS_PER_CHUNK),
    state: new Uint8Array(SLOTS_PER_CHUNK),
    errno: new Uint8Array(SLOTS_PER_CHUNK),
    leaves: 0,
  };
}
