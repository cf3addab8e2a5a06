/** One invalidation descriptor → what it does. Source: VT-d r5 §6.5.2; hw/i386/intel_iommu.c vtd_process_inv_desc (11.1). */

import { packRequester } from '../../model/bdf.ts';
import { hex } from '../../text/hex.ts';
import { decodeDescriptor } from '../../vtd/decode-descriptor.ts';
import type { ContextCacheDescriptor, Descriptor, InvalidDescriptor } from '../../vtd/descriptor.ts';
import { DESCRIPTOR_FIELDS } from '../../vtd/descriptor-fields.ts';
import { descriptorFault, descriptorKind } from '../../vtd/descriptor-rules.ts';
import { splitDescriptor } from '../../vtd/descriptor-words.ts';
import { flush, routeIotlb, routePasidIotlb } from '../host/route-invalidations.ts';
import type { EngineState } from '../state/engine-state.ts';
import { ALL, type Scope } from '../state/scope.ts';
import { answerGroup } from './page-requests.ts';
import { sync } from './sync.ts';

const { 'pasid-cache': pasidCache } = DESCRIPTOR_FIELDS;

/** Guests queue invalidations after every unmap, so frequent descriptors are read in place; only rare ones are decoded to objects. */
export function takeDescriptor(engine: EngineState, lo: bigint, hi: bigint): void {
  const { registers, guest, buffers } = engine;
  if (registers.stopped !== 'no') {
    ignore(engine);
    return;
  }
  const words = splitDescriptor(buffers.descriptor, lo, hi);
  const fault = descriptorFault(words, guest, registers);
  switch (fault === null ? descriptorKind(words) : null) {
    case 'pasid-iotlb':
      routePasidIotlb(engine, words);
      return;
    case 'wait':
      flush(engine);
      return;
    case 'iotlb':
      routeIotlb(engine, words);
      return;
    case 'pasid-cache':
      sync(engine, scopeOf(engine, words));
      return;
    case 'device-tlb':
    case 'pasid-device-tlb':
    case 'interrupt-cache':
      // The kernel invalidates device TLBs (src/quirks.md Q10); interrupt remapping is not handled here.
      return;
    default:
      takeRare(engine, decodeDescriptor(lo, hi, { ...guest, wideQueue: registers.wideQueue }));
  }
}

function takeRare(engine: EngineState, descriptor: Descriptor): void {
  if (descriptor.kind === 'invalid') stop(engine, descriptor);
  if (descriptor.kind === 'context-cache') syncContexts(engine, descriptor);
  if (descriptor.kind === 'page-group-response') answerGroup(engine, descriptor);
}

function scopeOf({ buffers }: EngineState, words: Uint32Array): Scope {
  const granularity = pasidCache.granularity(words, 0);
  if (granularity === 'global') return ALL;
  const scope = granularity === 'domain' ? buffers.domainScope : buffers.pasidScope;
  scope.domain = pasidCache.domain(words, 0);
  if (scope.kind === 'pasid') scope.pasid = pasidCache.pasid(words, 0);
  return scope;
}

const CONTEXT_COMMANDS = [null, 'global', 'domain', 'device'] as const;
const INVALIDATE = 1n << 63n;

/** CCMD does what a context-cache descriptor does; it is ignored while queued invalidation is on. Source: VT-d r5 §11.4.6.1. */
export function takeContextCommand(engine: EngineState, value: bigint): void {
  const field = (low: bigint, bits: bigint): number => Number((value >> low) & ((1n << bits) - 1n));
  const granularity = CONTEXT_COMMANDS[field(61n, 2n)] ?? null;
  if ((value & INVALIDATE) === 0n || granularity === null || engine.registers.hasQueue) return;
  syncContexts(engine, { granularity, source: field(16n, 16n), functionMask: field(32n, 2n) });
}

/** Bits of the requester id that each code of FM masks out. */
const FUNCTION_MASKS = [0, 0b100, 0b110, 0b111] as const;

/** All tables below a changed context entry are read, also when the guest invalidates no PASID cache (src/quirks.md Q25). */
function syncContexts(
  engine: EngineState,
  { granularity, source, functionMask }: Pick<ContextCacheDescriptor, 'granularity' | 'source' | 'functionMask'>,
): void {
  if (granularity !== 'device') {
    sync(engine, ALL);
    return;
  }
  const ignored = FUNCTION_MASKS[functionMask] ?? 0;
  const meant = engine.devices.filter(({ device }) => (packRequester(device) & ~ignored) === (source & ~ignored));
  sync(engine, ALL, meant);
}

function stop({ registers, report }: EngineState, { reason, type, lo, hi }: InvalidDescriptor): void {
  registers.stopped = 'yes';
  registers.ignored = 0;
  const message = `the queue stops at descriptor ${hex(hi)}:${hex(lo)} of type ${type}: ${reason}`;
  report({ code: 'VIOMMU_BAD_DESCRIPTOR', device: null, pasid: null, message });
}

function ignore({ registers, report }: EngineState): void {
  if (registers.stopped === 'yes') {
    const message = 'descriptors are ignored: the queue is stopped until the guest clears FSTS.IQE';
    report({ code: 'VIOMMU_QUEUE_STOPPED', device: null, pasid: null, message });
  }
  registers.stopped = 'told';
  registers.ignored += 1;
}
