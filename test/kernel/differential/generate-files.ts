/** Random operations on fds: fault and event queues, and iommufds as files. */

import { POLLIN, POLLOUT } from '../../../src/kernel/syscalls.ts';
import * as uapi from '../../../src/uapi/iommufd.ts';
import { requestOf } from './build-ioctl.ts';
import { anySlot, type Chooser, slotsOf } from './choose.ts';
import type { IoctlOperation, Operation } from './operation.ts';

export function faultQueueAlloc({ random, fd }: Chooser): IoctlOperation {
  return requestOf(
    random,
    { fd, name: 'IOMMU_FAULT_QUEUE_ALLOC' },
    {
      struct: uapi.iommu_fault_alloc,
      values: { flags: random.once(30) ? 1 : 0 },
      newFd: 'out_fault_fd',
    },
  );
}

/** A fault queue mostly, or any other fd but the memory file. */
function queueSlot({ random, known }: Chooser): number {
  const queues = slotsOf(known, 'fault', 'veventq');
  return queues.length === 0 || random.once(10) ? anySlot(random, known) : random.pick(queues);
}

export function readFile(chooser: Chooser): Operation {
  const { random } = chooser;
  return {
    kind: random.once(14) ? 'pread' : 'read',
    fd: queueSlot(chooser),
    lengthBytes: random.pick([40, 40, 80, 120, 4000, 0, 39, 41, 7, 8, 12, 20, 24]),
  };
}

export function writeFile(chooser: Chooser): Operation {
  const { random, known } = chooser;
  const count = random.pick([0, 1, 1, 1, 2, 3]);
  const answers = Array.from({ length: count }, () => {
    const [cookie] =
      known.cookies.length > 0 && !random.once(6) ? known.cookies.splice(random.below(known.cookies.length), 1) : [];
    return uapi.iommu_hwpt_page_response.encode({
      cookie: cookie ?? random.below(4),
      code: random.pick([0, 0, 0, 1, 1, 2]),
    });
  });
  const bytes = new Uint8Array(Buffer.concat(answers));
  return { kind: 'write', fd: queueSlot(chooser), bytes: random.once(14) ? bytes.subarray(1).slice() : bytes };
}

export function pollFile(chooser: Chooser): Operation {
  return {
    kind: 'poll',
    fd: queueSlot(chooser),
    events: chooser.random.pick([POLLIN | POLLOUT, POLLIN | POLLOUT, POLLIN, POLLOUT]),
  };
}

export function mapIommufd(chooser: Chooser): Operation {
  const { random, fd } = chooser;
  return {
    kind: 'mmap',
    fd,
    lengthBytes: random.pick([4096, 8192, 8192, 8192, 12_288]),
    protection: random.pick(['read', 'read-write', 'read-write', 'read-write', 'read-exec']),
    sharing: random.once(6) ? 'private' : 'shared',
    offset: random.pick([4096n, 4096n, 12_288n, 0n, 8192n]),
  };
}

export function openOrClose(chooser: Chooser): Operation {
  const { random, known } = chooser;
  const kind = random.pick(['open', 'dup', 'dup', 'close', 'close', 'close'] as const);
  const contexts = slotsOf(known, 'iommufd');
  if (kind === 'open' || contexts.length === 0) return { kind: 'open' };
  // The first iommufd lives long, or there would be little in it.
  const [first] = contexts;
  const slot = anySlot(random, known);
  if (kind === 'close' && slot === first && !random.once(4)) return { kind: 'dup', fd: slot };
  return { kind, fd: slot };
}
