/** Guest memory that cannot be mapped, or not where the spec wants it. */

import type { MachineTree } from '../support/machine-tree.ts';
import { binding, type MachineCase } from './machine-case.ts';
import { withDsa } from './parts.ts';

const HUGE_MOUNT = '33 25 0:30 / /dev/hugepages rw,relatime shared:15 - hugetlbfs hugetlbfs rw,pagesize=2M';
const FINE = { exit: 0, codes: [], words: [] } as const;

function onDisk(type: string, source: string, path = '/var/lib/vm/guest.ram'): MachineCase['build'] {
  return () => {
    const tree = withDsa({ mounts: [`31 1 259:2 / / rw,relatime shared:1 - ${type} ${source} rw`] });
    tree.zeros(path, 32 << 20);
    return tree;
  };
}

function huge(free: number): MachineTree {
  const tree = withDsa({ mounts: [HUGE_MOUNT] });
  tree.folder('/dev/hugepages');
  const pages = { nr_hugepages: 64, free_hugepages: free, resv_hugepages: 0, surplus_hugepages: 0 };
  for (const [key, value] of Object.entries(pages)) {
    tree.text(`/sys/kernel/mm/hugepages/hugepages-2048kB/${key}`, String(value));
  }
  return tree;
}

const ON_FILE = binding({ file: '/var/lib/vm/guest.ram', create: false });
const ON_HUGE = binding({ file: '/dev/hugepages/guest0' });

export const MEMORY: readonly MachineCase[] = [
  ...(['xfs', 'btrfs', 'f2fs', 'overlay', 'nfs4'] as const).map(
    (type): MachineCase => ({
      name: `memory-on-${type}`,
      real: `${type} is neither tmpfs nor hugetlbfs: EINVAL`,
      spec: ON_FILE,
      build: onDisk(type, '/dev/nvme0n1p2'),
      plan: { exit: 4, codes: ['HOST_MEMORY_FILE_SYSTEM'], words: [type, '/var/lib/vm/guest.ram'] },
      doctor: ['fatal memory-file-system'],
    }),
  ),
  {
    name: 'memory-on-a-tmpfs-below-a-disk',
    real: 'the nearest mount decides',
    spec: ON_FILE,
    build: () => {
      const mounts = [
        '31 1 259:2 / / rw,relatime shared:1 - xfs /dev/nvme0n1p2 rw',
        '32 31 0:44 / /var/lib/vm rw,relatime shared:2 - tmpfs tmpfs rw,size=4g',
      ];
      const tree = withDsa({ mounts });
      tree.zeros('/var/lib/vm/guest.ram', 32 << 20);
      return tree;
    },
    plan: FINE,
    doctor: [],
  },
  {
    name: 'memory-mounted-over',
    real: 'of two mounts at one place the later one is seen',
    spec: ON_FILE,
    build: () => {
      const mounts = [
        '31 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw',
        '32 31 0:44 / /var/lib/vm rw,relatime shared:2 - tmpfs tmpfs rw',
        '33 32 259:3 / /var/lib/vm rw,relatime shared:3 - xfs /dev/nvme0n1p3 rw',
      ];
      const tree = withDsa({ mounts });
      tree.zeros('/var/lib/vm/guest.ram', 32 << 20);
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_MEMORY_FILE_SYSTEM'], words: ['xfs'] },
    doctor: ['fatal memory-file-system'],
  },
  {
    name: 'huge-pages-all-taken',
    real: 'hugetlbfs has no page left: ENOMEM when the memory is pinned',
    spec: ON_HUGE,
    build: () => huge(3),
    plan: { exit: 4, codes: ['HOST_MEMORY_NO_ROOM'], words: ['2 MiB', /hugepages/] },
    doctor: ['fatal memory-room'],
  },
  {
    name: 'huge-pages-enough',
    real: 'sixteen pages of 2 MiB are free, and sixteen are needed',
    spec: ON_HUGE,
    build: () => huge(16),
    plan: FINE,
    doctor: [],
  },
  {
    name: 'memory-more-than-there-is',
    real: 'pinned memory cannot be swapped: the machine has less than the guest wants',
    spec: binding({ size: '128GiB', guestAddress: '0x100000000' }),
    build: () => withDsa(),
    plan: { exit: 4, codes: ['HOST_MEMORY_TOO_MUCH'], words: [/128 ?GiB/] },
    doctor: ['fatal memory-amount'],
  },
  {
    name: 'memory-over-a-reserved-range',
    real: 'reserved ranges of the group are as closed as the MSI window',
    spec: binding(),
    build: () => withDsa({}, { regions: ['0x0000000001800000 0x00000000018fffff reserved'] }),
    plan: { exit: 4, codes: ['HOST_MEMORY_RESERVED'], words: ['0x1800000'] },
    doctor: ['fatal memory-reserved'],
  },
];
