/**
 * One slot per (device, PASID) in typed arrays, 64 slots to a leaf, as PASID tables have them.
 *
 * A slot holds the guest's 512 bits as last read, what the host has attached, its state and errno (`slot-control.ts`), and the
 * domain that invalidations name. 70 bytes a slot, and up to 1 for finding domains. Leaves are allocated and freed in chunks
 * of 64.
 */

import type { KnownBytes } from '../../guest/guest-memory.ts';
import { PASID_ENTRY_STEP } from '../../vtd/pasid-entry.ts';
import { DomainHints, twinOf } from './domain-hints.ts';
import { grownInt32, grownUint8, nextCapacity } from './growing.ts';
import {
  attachmentOf,
  errnoOf,
  NOTHING,
  STATE,
  type State,
  stateOf,
  withAttachment,
  withState,
} from './slot-control.ts';

export const SLOTS_PER_LEAF = 64;
const LEAVES_PER_CHUNK = 64;
const SLOTS_PER_CHUNK = SLOTS_PER_LEAF * LEAVES_PER_CHUNK;
const CHUNK_LOG2 = 12;
const IN_CHUNK = SLOTS_PER_CHUNK - 1;
const LEAF_BYTES = SLOTS_PER_LEAF * PASID_ENTRY_STEP * 4;

interface Chunk {
  readonly words: Uint32Array;
  readonly bytes: Buffer;
  readonly control: Int32Array;
  readonly domain: Uint16Array;
  readonly domains: DomainHints;
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
  /** Slots in all that must be retried. */
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

  /** Slots of a leaf that the next event must retry. */
  retriesIn(leaf: number): number {
    return this.#retries[leaf] ?? 0;
  }

  state(slot: number): State {
    return stateOf(this.#chunk(slot).control[slot & IN_CHUNK] ?? 0);
  }

  setState(slot: number, state: State, errno = 0): void {
    const chunk = this.#chunk(slot);
    const at = slot & IN_CHUNK;
    const control = chunk.control[at] ?? 0;
    const before = stateOf(control);
    chunk.control[at] = withState(control, state, errno);
    if (before === state) return;
    const leaf = Math.floor(slot / SLOTS_PER_LEAF);
    const change = Number(mustRetry(state)) - Number(mustRetry(before));
    if (change !== 0) this.#retries[leaf] = this.retriesIn(leaf) + change;
    this.retries += change;
    if (before === STATE.absent) {
      this.#live[leaf] = this.liveIn(leaf) + 1;
      chunk.domains.add(chunk.domain[at] ?? 0);
    } else if (state === STATE.absent) this.#live[leaf] = this.liveIn(leaf) - 1;
  }

  /** errno of the last refusal, 0 when the host was not asked. */
  errno(slot: number): number {
    return errnoOf(this.#chunk(slot).control[slot & IN_CHUNK] ?? 0);
  }

  /** What the host has attached: {@link NOTHING}, PARENT, or a record of the HWPT table. */
  hwpt(slot: number): number {
    return attachmentOf(this.#chunk(slot).control[slot & IN_CHUNK] ?? 0);
  }

  setHwpt(slot: number, record: number): void {
    const { control } = this.#chunk(slot);
    const at = slot & IN_CHUNK;
    control[at] = withAttachment(control[at] ?? 0, record);
  }

  domain(slot: number): number {
    return this.#chunk(slot).domain[slot & IN_CHUNK] ?? 0;
  }

  setDomain(slot: number, domain: number): void {
    const chunk = this.#chunk(slot);
    const at = slot & IN_CHUNK;
    if (chunk.domain[at] === domain) return;
    chunk.domain[at] = domain;
    if (stateOf(chunk.control[at] ?? 0) !== STATE.absent) chunk.domains.add(domain);
  }

  /** Leaves with slots of a domain that are not absent; chunks without the domain are skipped. */
  leavesOf(domain: number): number[] {
    const found: number[] = [];
    for (const [index, chunk] of this.#chunks.entries()) {
      if (chunk?.domains.mayHold(domain) !== true) continue;
      const places = leavesIn(chunk, domain);
      for (const place of places) found.push(index * LEAVES_PER_CHUNK + place);
      if (places.length === 0 && leavesIn(chunk, twinOf(domain)).length === 0) chunk.domains.drop(domain);
    }
    return found;
  }

  /** The guest's bits: an array and the index in it; valid until a leaf is made or freed. */
  words(slot: number): Uint32Array {
    return this.#chunk(slot).words;
  }

  wordsAt(slot: number): number {
    return (slot & IN_CHUNK) * PASID_ENTRY_STEP;
  }

  /** Store an entry's bits, or zeros; returns whether they differ from the former ones. */
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

  /** Whether a whole page of guest memory equals the bits of a leaf. */
  sameLeaf(leaf: number, page: Uint8Array, pageAt: number): boolean {
    const { bytes } = this.#chunk(leaf * SLOTS_PER_LEAF);
    const from = (leaf % LEAVES_PER_CHUNK) * LEAF_BYTES;
    return bytes.compare(page, pageAt, pageAt + LEAF_BYTES, from, from + LEAF_BYTES) === 0;
  }

  /** Bits of `count` leaves from this one on, all of one chunk. */
  leafBytes(leaf: number, count: number): KnownBytes {
    const { bytes } = this.#chunk(leaf * SLOTS_PER_LEAF);
    const from = (leaf % LEAVES_PER_CHUNK) * LEAF_BYTES;
    return { bytes, from, end: from + count * LEAF_BYTES };
  }

  /** Leaves from this one to the end of its chunk. */
  leavesBeside(leaf: number): number {
    return LEAVES_PER_CHUNK - (leaf % LEAVES_PER_CHUNK);
  }

  /** Bytes that the entries take. */
  get sizeBytes(): number {
    const chunks = this.#chunks.filter((chunk) => chunk !== undefined);
    const hints = chunks.reduce((sum, { domains }) => sum + domains.sizeBytes, 0);
    return chunks.length * SLOTS_PER_CHUNK * 70 + hints + this.#owner.length * 10;
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
}

function mustRetry(state: State): boolean {
  return state === STATE.failed || state === STATE.zombie;
}

/** Leaves of a chunk, counted from its first. `indexOf` is native code and searches a chunk in one or two microseconds. */
function leavesIn({ domain: domains, control }: Chunk, domain: number): number[] {
  const found: number[] = [];
  for (let at = domains.indexOf(domain); at >= 0; ) {
    const leaf = Math.floor(at / SLOTS_PER_LEAF);
    const live = stateOf(control[at] ?? 0) !== STATE.absent;
    if (live) found.push(leaf);
    at = domains.indexOf(domain, live ? (leaf + 1) * SLOTS_PER_LEAF : at + 1);
  }
  return found;
}

function newChunk(): Chunk {
  const words = new Uint32Array(SLOTS_PER_CHUNK * PASID_ENTRY_STEP);
  return {
    words,
    bytes: Buffer.from(words.buffer),
    control: new Int32Array(SLOTS_PER_CHUNK),
    domain: new Uint16Array(SLOTS_PER_CHUNK),
    domains: new DomainHints(),
    leaves: 0,
  };
}
