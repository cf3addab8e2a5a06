/** Memory files that we map: there, and large enough. QEMU makes and maps its own. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MemorySpec, Spec } from '../model/spec.ts';
import { type Context, problem } from './context.ts';

export function* memoryMissing(context: Context): Iterable<Diagnostic> {
  const present = new Set(context.host.files.map(({ path }) => path));
  const made = new Set(regions(context.spec).flatMap(({ file, create }) => (create ? [file] : [])));
  for (const { file, origin } of regions(context.spec)) {
    if (present.has(file) || made.has(file)) continue;
    yield problem(context, {
      code: 'HOST_MEMORY_MISSING',
      message: `The memory file ${file} does not exist.`,
      at: { origin, key: 'file' },
    });
  }
}

export function* memoryTooSmall(context: Context): Iterable<Diagnostic> {
  const sizes = new Map(context.host.files.map(({ path, sizeBytes }) => [path, sizeBytes]));
  for (const { file, offsetBytes, sizeBytes, origin } of regions(context.spec)) {
    const size = sizes.get(file);
    const end = offsetBytes + sizeBytes;
    if (size === undefined || end <= size) continue;
    yield problem(context, {
      code: 'HOST_MEMORY_TOO_SMALL',
      message: `The region ends at byte ${end} of ${file}, which has ${size} bytes.`,
      at: { origin, key: 'size' },
    });
  }
}

function regions(spec: Spec): readonly MemorySpec[] {
  return spec.viommus.filter(({ holder }) => holder === 'agent').flatMap(({ memory }) => memory);
}
