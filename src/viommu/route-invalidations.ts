/**
 * Guest invalidations → the HWPTs they concern: PASID-IOTLB by (domain, PASID), IOTLB by domain or all (F17). The kernel
 * flushes device TLBs by itself, so device-TLB descriptors need nothing (K7).
 */

import { errnoName } from '../uapi/errno.ts';
import type { IotlbDescriptor, PasidIotlbDescriptor } from '../vtd/descriptor.ts';
import { type InvalidationRange, invalidationRange, WHOLE_RANGE } from '../vtd/invalidation-range.ts';
import { slotOf } from './device-state.ts';
import type { EngineState } from './engine-state.ts';
import { SLOTS_PER_LEAF } from './slot-store.ts';

export function routePasidIotlb(engine: EngineState, descriptor: PasidIotlbDescriptor): void {
  const range = invalidationRange(descriptor);
  for (const state of engine.devices) {
    const slot = slotOf(state, descriptor.pasid);
    if (slot >= 0 && engine.slots.domain(slot) === descriptor.domain) enqueue(engine, slot, range);
  }
  settle(engine);
}

/** Page-selective ones concern second stages alone. Source: VT-d r5 §6.5.2.3. */
export function routeIotlb(engine: EngineState, { granularity, domain }: IotlbDescriptor): void {
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

/** Send what waits. */
export function flush(engine: EngineState): void {
  for (const [hwpt, ranges] of engine.pending.take()) {
    const result = engine.host.invalidate(hwpt, ranges);
    if (result < 0) invalidateAll(engine, hwpt, result);
  }
}

/** Better too much than stale. */
function invalidateAll({ host, report }: EngineState, hwpt: number, refused: number): void {
  const told = (message: string): void =>
    report({ code: 'VIOMMU_INVALIDATE_FAILED', device: null, pasid: null, message });
  told(`the invalidation of HWPT ${hwpt} failed: ${errnoName(refused)}`);
  const result = host.invalidate(hwpt, [WHOLE_RANGE]);
  if (result < 0) told(`the invalidation of everything of HWPT ${hwpt} failed too: ${errnoName(result)}`);
}

function enqueue(engine: EngineState, slot: number, range: InvalidationRange): void {
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
