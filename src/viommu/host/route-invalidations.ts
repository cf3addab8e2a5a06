/**
 * Guest invalidations → the HWPTs they concern: PASID-IOTLB by (domain, PASID), IOTLB by domain or all (src/quirks.md Q36). The
 * kernel invalidates device TLBs by itself (Q10), so device-TLB descriptors are ignored.
 */

import { errnoName } from '../../uapi/errno.ts';
import { DESCRIPTOR_FIELDS } from '../../vtd/descriptor-fields.ts';
import { type PageRange, WHOLE_RANGE, writeRange } from '../../vtd/invalidation-range.ts';
import { slotOf } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';
import { SLOTS_PER_LEAF } from '../store/slot-store.ts';
import { WHOLE_HWPT } from '../store/taken-ranges.ts';

const { 'pasid-iotlb': pasidIotlb, iotlb } = DESCRIPTOR_FIELDS;

/** @param words  of the descriptor, without a fault */
export function routePasidIotlb(engine: EngineState, words: Uint32Array): void {
  const { range } = engine.buffers;
  const pasid = pasidIotlb.pasid(words, 0);
  const domain = pasidIotlb.domain(words, 0);
  writeRange(range, words);
  for (const state of engine.devices) {
    const slot = slotOf(state, pasid);
    if (slot >= 0 && engine.slots.domain(slot) === domain) enqueue(engine, slot, range);
  }
  settle(engine);
}

/** Page-selective ones concern second stages only. Source: VT-d r5 §6.5.2.3. */
export function routeIotlb(engine: EngineState, words: Uint32Array): void {
  const granularity = iotlb.granularity(words, 0);
  const domain = iotlb.domain(words, 0);
  if (granularity === 'page') return;
  const { slots } = engine;
  const leaves = granularity === 'domain' ? inOrder(engine, slots.leavesOf(domain)) : allLeaves(engine);
  for (const leaf of leaves) {
    for (let slot = leaf * SLOTS_PER_LEAF; slot < (leaf + 1) * SLOTS_PER_LEAF; slot++) {
      if (granularity === 'global' || slots.domain(slot) === domain) enqueue(engine, slot, WHOLE_RANGE);
    }
  }
  settle(engine);
}

/** Send all waiting invalidations. */
export function flush(engine: EngineState): void {
  const { pending, host } = engine;
  for (let hwpt = pending.take(); hwpt >= 0; hwpt = pending.take()) {
    const result = host.invalidate(hwpt, pending.taken);
    if (result < 0) invalidateAll(engine, hwpt, result);
  }
}

/** After a refusal the whole HWPT is invalidated, so that no stale translation is left. */
function invalidateAll({ host, report }: EngineState, hwpt: number, refused: number): void {
  const tell = (message: string): void =>
    report({ code: 'VIOMMU_INVALIDATE_FAILED', device: null, pasid: null, message });
  tell(`the invalidation of HWPT ${hwpt} failed: ${errnoName(refused)}`);
  const result = host.invalidate(hwpt, WHOLE_HWPT);
  if (result < 0) tell(`the invalidation of the whole HWPT ${hwpt} failed too: ${errnoName(result)}`);
}

function enqueue(engine: EngineState, slot: number, range: Readonly<PageRange>): void {
  const held = engine.slots.hwpt(slot);
  if (held >= 0 && !engine.pending.add(engine.hwpts.idOf(held), range)) flush(engine);
}

function settle(engine: EngineState): void {
  if (!engine.options.batching) flush(engine);
}

function inOrder({ slots }: EngineState, leaves: number[]): readonly number[] {
  return leaves.sort((a, b) => slots.ownerOf(a) - slots.ownerOf(b) || slots.numberOf(a) - slots.numberOf(b));
}

function allLeaves({ devices }: EngineState): readonly number[] {
  return devices.flatMap(({ leaves }) => [...leaves].filter((leaf) => leaf >= 0));
}
