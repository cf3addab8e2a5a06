/** One vIOMMU of the spec, and its memory. The fallbacks are the schema's defaults; a test compares them. */

import type { MemorySpec, ViommuSpec } from '../../model/spec.ts';
import type { WrittenMemory, WrittenViommu } from '../generated/written-spec.ts';
import { below } from '../problem.ts';
import { choice, type Entry, entries, flag, integer, text } from './fields.ts';
import { normalizePath } from './memory-path.ts';
import { parseAddress, parseSize } from './scalars.ts';

/** `null` when it has no name. */
export function normalizeViommu(viommu: Entry<WrittenViommu>): ViommuSpec | null {
  const name = text(viommu, 'name');
  if (name === null) return null;
  const { devices } = viommu.fields;
  return {
    name,
    model: 'intel-iommu',
    holder: choice(viommu, 'holder', { allowed: ['agent', 'qemu'], fallback: 'agent' }),
    pasidBits: integer(viommu, 'pasidBits', 0),
    firstStage: flag(viommu, 'firstStage', false),
    firstStage1GPages: flag(viommu, 'firstStage1GPages', true),
    svm: flag(viommu, 'svm', false),
    addressWidth: choice(viommu, 'addressWidth', { allowed: [39, 48, 57], fallback: 48 }),
    cachingMode: flag(viommu, 'cachingMode', true),
    deviceIotlb: flag(viommu, 'deviceIotlb', false),
    memory: memoryOf(viommu),
    devices: Array.isArray(devices) ? devices.filter((device) => typeof device === 'string') : [],
    origin: viommu.origin,
  };
}

function memoryOf({ fields, origin }: Entry<WrittenViommu>): readonly MemorySpec[] {
  return entries<WrittenMemory>(fields.memory, below(origin, 'memory'))
    .map(normalizeMemory)
    .filter((memory) => memory !== null);
}

/** `null` when a file, a size or a guest address is missing. */
function normalizeMemory(memory: Entry<WrittenMemory>): MemorySpec | null {
  const file = text(memory, 'file');
  const sizeBytes = parseSize(memory.fields.size);
  const guestAddress = parseAddress(memory.fields.guestAddress);
  if (file === null || sizeBytes === null || guestAddress === null) return null;
  return {
    file: normalizePath(file),
    offsetBytes: parseSize(memory.fields.offset) ?? 0n,
    sizeBytes,
    guestAddress,
    create: flag(memory, 'create', false),
    origin: memory.origin,
  };
}
