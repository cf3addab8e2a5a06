/** Memory files that pasidctl maps must exist and be large enough. QEMU makes and maps the files of its own vIOMMUs. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MemorySpec, Spec, ViommuSpec } from '../model/spec.ts';
import { type Context, problem } from './context.ts';

export function* memoryMissing(context: Context): Iterable<Diagnostic> {
  const present = new Set(context.host.files.map(({ path }) => path));
  const made = new Set(regions(context.spec).flatMap(({ memory: { file, create } }) => (create ? [file] : [])));
  for (const { viommu, memory } of regions(context.spec)) {
    const { file, origin } = memory;
    if (present.has(file) || made.has(file)) continue;
    yield problem(context, {
      code: 'HOST_MEMORY_MISSING',
      message: `${viommu.name}: the memory file ${file} does not exist.`,
      at: { origin, key: 'file' },
    });
  }
}

export function* memoryTooSmall(context: Context): Iterable<Diagnostic> {
  const sizes = new Map(context.host.files.map(({ path, sizeBytes }) => [path, sizeBytes]));
  for (const { viommu, memory } of regions(context.spec)) {
    const { file, offsetBytes, sizeBytes, origin } = memory;
    const size = sizes.get(file);
    const end = offsetBytes + sizeBytes;
    if (size === undefined || end <= size) continue;
    yield problem(context, {
      code: 'HOST_MEMORY_TOO_SMALL',
      message: `${viommu.name}: the memory region ends at byte ${end} of ${file}, which has ${size} bytes.`,
      at: { origin, key: 'size' },
    });
  }
}

function regions(spec: Spec): readonly { readonly viommu: ViommuSpec; readonly memory: MemorySpec }[] {
  const ours = spec.viommus.filter(({ holder }) => holder === 'agent');
  return ours.flatMap((viommu) => viommu.memory.map((memory) => ({ viommu, memory })));
}
