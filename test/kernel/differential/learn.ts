/** Learns from the answers of a sequence what there is now. Both sides gave the same answers, or the sequence is over. */

import * as uapi from '../../../src/uapi/iommufd.ts';
import { iommu_destroy, iommu_hwpt_alloc, iommu_ioas_alloc, iommu_ioas_map } from '../../../src/uapi/iommufd.ts';
import type { Fields, Struct, Values } from '../../../src/uapi/layout.ts';
import {
  test_mock_domain,
  test_mock_domain_replace,
  test_pasid_attach,
  test_pasid_detach,
} from '../../../src/uapi/selftest.ts';
import {
  attachmentKey,
  contextAt,
  type Kind,
  type Known,
  type KnownContext,
  type Mapped,
  newContext,
} from './known.ts';
import type { IoctlOperation, Observation, Operation, Place } from './operation.ts';

/** Learn from an answer. */
export function learn(known: Known, operation: Operation, observation: Observation): void {
  if (operation.kind === 'ioctl') learnFromIoctl(known, operation, observation);
  else if (observation.result >= 0) learnFromFile(known, operation, observation);
}

function learnFromFile(known: Known, operation: Exclude<Operation, IoctlOperation>, { out }: Observation): void {
  const { fds } = known;
  if (operation.kind === 'open') {
    const context = newContext();
    context.slots.add(fds.length);
    fds.push({ kind: 'iommufd', context });
  } else if (operation.kind === 'dup') {
    const { kind, context } = fds[operation.fd] ?? { kind: 'closed', context: null };
    if (kind === 'iommufd') context?.slots.add(fds.length);
    fds.push({ kind, context });
  } else if (operation.kind === 'close') {
    const fd = fds[operation.fd];
    fd?.context?.slots.delete(operation.fd);
    if (fd !== undefined) fd.kind = 'closed';
  } else if (operation.kind === 'read' && fds[operation.fd]?.kind === 'fault') {
    const bytes = Buffer.from(out, 'hex');
    for (let at = 0; at + 40 <= bytes.length; at += 40)
      known.cookies.push(uapi.iommu_hwpt_pgfault.decode(bytes.subarray(at)).cookie);
  }
}

interface Lesson {
  readonly known: Known;
  readonly context: KnownContext;
  readonly sent: Uint8Array;
  readonly out: Uint8Array;
  /** What the first pointer of the struct led to. */
  readonly memory: Place | undefined;
}

const LESSONS: ReadonlyMap<string, (lesson: Lesson) => void> = new Map([
  ['IOMMU_IOAS_ALLOC', ({ context, out }) => made(context, 'ioas', read(iommu_ioas_alloc, out).out_ioas_id)],
  ['IOMMU_HWPT_ALLOC', learnHwpt],
  [
    'IOMMU_FAULT_QUEUE_ALLOC',
    (lesson) => {
      made(lesson.context, 'fault', read(uapi.iommu_fault_alloc, lesson.out).out_fault_id);
      lesson.known.fds.push({ kind: 'fault', context: lesson.context });
    },
  ],
  [
    'IOMMU_VIOMMU_ALLOC',
    ({ context, out }) => made(context, 'viommu', read(uapi.iommu_viommu_alloc, out).out_viommu_id),
  ],
  [
    'IOMMU_VDEVICE_ALLOC',
    ({ context, out }) => made(context, 'vdevice', read(uapi.iommu_vdevice_alloc, out).out_vdevice_id),
  ],
  [
    'IOMMU_VEVENTQ_ALLOC',
    (lesson) => {
      made(lesson.context, 'veventq', read(uapi.iommu_veventq_alloc, lesson.out).out_veventq_id);
      lesson.known.fds.push({ kind: 'veventq', context: lesson.context });
    },
  ],
  ['IOMMU_DESTROY', learnDestroy],
  [
    'IOMMU_IOAS_MAP',
    ({ context, memory, out }) => {
      const { ioas_id, iova, length } = read(iommu_ioas_map, out);
      context.mapped.push({ ioas: ioas_id, iova, length, ...(memory !== undefined && { memory }) });
    },
  ],
  [
    'IOMMU_IOAS_UNMAP',
    ({ context, sent }) => {
      const { ioas_id, iova, length } = read(uapi.iommu_ioas_unmap, sent);
      forget(context, (one) => one.ioas === ioas_id && one.iova >= iova && one.iova - iova < length);
    },
  ],
  [
    'IOMMU_IOAS_MAP_FILE',
    ({ context, out }) => {
      const { ioas_id, iova, length } = read(uapi.iommu_ioas_map_file, out);
      context.mapped.push({ ioas: ioas_id, iova, length });
    },
  ],
  [
    'IOMMU_IOAS_COPY',
    ({ context, out }) => {
      const { dst_ioas_id, dst_iova, length } = read(uapi.iommu_ioas_copy, out);
      context.mapped.push({ ioas: dst_ioas_id, iova: dst_iova, length });
    },
  ],
  ['MOCK_DOMAIN', learnDevice],
  ['MOCK_DOMAIN_FLAGS', learnDevice],
  [
    'MOCK_DOMAIN_REPLACE',
    ({ context, out }) => {
      const { id, pt_id } = read(test_mock_domain_replace, out);
      attached(context, { stdev: id, pasid: 0, hwpt: pt_id });
    },
  ],
  ['PASID_ATTACH', learnAttach],
  ['PASID_REPLACE', learnAttach],
  [
    'PASID_DETACH',
    ({ context, out }) => {
      const { id, pasid } = read(test_pasid_detach, out);
      context.attached.delete(attachmentKey(id, pasid));
    },
  ],
]);

/** Operations that may have changed an attachment though their answer could not be written back. */
const MOVES: readonly string[] = ['MOCK_DOMAIN_REPLACE', 'PASID_ATTACH', 'PASID_REPLACE'];

function learnFromIoctl(known: Known, operation: IoctlOperation, { result, out }: Observation): void {
  const context = contextAt(known, operation.fd);
  if (context === null) return;
  const memory = operation.pointers[0]?.to;
  const lesson = { known, context, memory, sent: operation.bytes, out: new Uint8Array(Buffer.from(out, 'hex')) };
  if (result >= 0) LESSONS.get(operation.name)?.(lesson);
  else if (MOVES.includes(operation.name) && operation.lies !== 'array') {
    const { id, pasid } = read(test_pasid_attach, operation.bytes);
    const at = operation.name === 'MOCK_DOMAIN_REPLACE' ? 0 : pasid;
    if (context.attached.has(attachmentKey(id, at))) context.attached.set(attachmentKey(id, at), 'unknown');
  }
}

/** PASIDs are remembered before the call: what is not attached can be detached without harm. */
export function rememberTry(known: Known, operation: Operation): void {
  if (operation.kind !== 'ioctl' || !MOVES.includes(operation.name)) return;
  const { id, pasid } = read(test_pasid_attach, operation.bytes);
  if (pasid !== 0) contextAt(known, operation.fd)?.tried.get(id)?.add(pasid);
}

function made(context: KnownContext, kind: Kind, id: number): void {
  context.ids.set(id, kind);
}

function learnHwpt({ context, out }: Lesson): void {
  const { out_hwpt_id, pt_id, flags } = read(iommu_hwpt_alloc, out);
  made(context, context.ids.get(pt_id) === 'ioas' ? 'paging' : 'nested', out_hwpt_id);
  context.flags.set(out_hwpt_id, flags);
  if (context.ids.get(pt_id) === 'viommu') context.virtual.add(out_hwpt_id);
  context.faulty.delete(out_hwpt_id);
  if ((flags & uapi.IOMMU_HWPT_ALLOC_FLAG.FAULT_ID_VALID) !== 0) context.faulty.add(out_hwpt_id);
}

function learnDevice({ context, out }: Lesson): void {
  const { out_stdev_id, out_idev_id, out_hwpt_id } = read(test_mock_domain, out);
  made(context, 'stdev', out_stdev_id);
  made(context, 'device', out_idev_id);
  context.stdevOf.set(out_idev_id, out_stdev_id);
  context.tried.set(out_stdev_id, new Set());
  attached(context, { stdev: out_stdev_id, pasid: 0, hwpt: out_hwpt_id });
}

function learnAttach({ context, out }: Lesson): void {
  const { id, pasid, pt_id } = read(test_pasid_attach, out);
  attached(context, { stdev: id, pasid, hwpt: pt_id });
}

/** A HWPT that nobody allocated was made for an IOAS. */
function attached(context: KnownContext, { stdev, pasid, hwpt }: { stdev: number; pasid: number; hwpt: number }): void {
  const kind = context.ids.get(hwpt);
  if (kind !== 'paging' && kind !== 'nested') {
    made(context, 'paging', hwpt);
    context.faulty.delete(hwpt);
    context.flags.delete(hwpt);
  }
  context.attached.set(attachmentKey(stdev, pasid), hwpt);
}

function learnDestroy({ context, sent }: Lesson): void {
  const { id } = read(iommu_destroy, sent);
  context.gone.push(id);
  if (context.ids.get(id) === 'stdev') {
    for (const [device, stdev] of context.stdevOf) {
      if (stdev !== id) continue;
      context.stdevOf.delete(device);
      context.ids.delete(device);
      context.gone.push(device);
    }
    for (const key of [...context.attached.keys()]) if (key.startsWith(`${id}:`)) context.attached.delete(key);
    context.tried.delete(id);
  }
  forget(context, ({ ioas }) => ioas === id);
  context.ids.delete(id);
  context.faulty.delete(id);
  context.flags.delete(id);
  context.virtual.delete(id);
}

function forget({ mapped }: KnownContext, goes: (one: Mapped) => boolean): void {
  const stay = mapped.filter((one) => !goes(one));
  mapped.splice(0, mapped.length, ...stay);
}

function read<F extends Fields>(struct: Struct<F>, bytes: Uint8Array): Values<F> {
  return struct.decode(bytes);
}
