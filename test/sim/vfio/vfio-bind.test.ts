/** What the kernel decides about a whole IOMMU group when one of its devices is bound. */

import { describe, expect, test } from 'vitest';
import { observe } from '../../../src/host/observe.ts';
import type { Host, IommuGroup, PciFunction, ReservedRegion } from '../../../src/model/host.ts';
import { createWorld } from '../../../src/sim/sim-world.ts';
import { ERRNO, type ErrnoName } from '../../../src/uapi/errno.ts';
import { DSA0, DSA1, machineWithVfio, NETWORK, simBench } from '../../support/sim-bench.ts';

const MACHINE = machineWithVfio(DSA0, DSA1);
const GROUP = MACHINE.functions.find(({ address }) => address === DSA0)?.group ?? -1;

function withMember(changes: Partial<PciFunction>): Host {
  const functions = MACHINE.functions.map((fn) => (fn.address === NETWORK ? { ...fn, group: GROUP, ...changes } : fn));
  return { ...MACHINE, functions };
}

function withGroup(changes: Partial<IommuGroup>): Host {
  return {
    ...MACHINE,
    groups: MACHINE.groups.map((group) => (group.number === GROUP ? { ...group, ...changes } : group)),
  };
}

const region = (first: bigint, last: bigint, type: string): ReservedRegion => ({ first, last, type });
const MSI = region(0xfee0_0000n, 0xfeef_ffffn, 'msi');

function bindErrno(host: Host, errno: ErrnoName): void {
  const { bench } = simBench(host);
  bench.bindFails(errno, bench.openVfio(), {});
}

describe('BIND', () => {
  test('succeeds beside members without a driver, and on drivers that leave DMA alone', () => {
    for (const driver of [null, 'pcieport', 'pci-stub']) simBench(withMember({ driver })).bind(0);
  });

  test('is refused for any other driver in the group, that of a bridge too', () => {
    bindErrno(withMember({ driver: 'ice' }), 'EPERM');
    bindErrno(withMember({ driver: 'lpc_ich', classCode: 0x06_0100 }), 'EPERM');
    bindErrno(withMember({ driver: 'shpchp', classCode: 0x06_0400 }), 'EPERM');
  });

  test('is refused while another process has a member, and while it has the group file', () => {
    const holder = { address: NETWORK, pid: 4242, command: 'qemu' };
    const host = withMember({ driver: 'vfio-pci', vfioDevice: 'vfio7' });
    bindErrno({ ...host, holders: [{ ...holder, through: 'device' }] }, 'EPERM');
    bindErrno({ ...host, holders: [{ ...holder, through: 'group' }] }, 'EBUSY');
    bindErrno({ ...MACHINE, holders: [{ ...holder, address: DSA0, through: 'group' }] }, 'EBUSY');
  });

  test('is refused without isolated interrupts, unless iommufd allows them', () => {
    const off: Host = { ...MACHINE, interruptChips: ['IO-APIC', 'PCI-MSIX'] };
    bindErrno(off, 'EPERM');
    bindErrno(withMember({ driver: null, vmd: DSA1 }), 'EPERM');
    const parameters = off.parameters.map((one) => ({ ...one, value: 'Y' }));
    simBench({ ...off, parameters }).bind(0);
  });

  test('is refused for a region that must stay mapped, after the question of the owner', () => {
    const regions = [region(0x8000_0000n, 0x80ff_ffffn, 'direct'), MSI];
    bindErrno(withGroup({ regions }), 'EINVAL');
    bindErrno({ ...withGroup({ regions }), functions: withMember({}).functions }, 'EPERM');
    simBench(withGroup({ regions: [region(0x8000_0000n, 0x80ff_ffffn, 'direct-relaxable'), MSI] })).bind(0);
  });
});

describe('reserved regions', () => {
  const SIZE = 0x10_0000;
  const reserved = withGroup({ regions: [region(0x100_0000n, 0x10f_ffffn, 'reserved'), MSI] });

  /** A device bound, and a megabyte of memory that is not mapped yet. */
  function prepared(host: Host) {
    const { bench, bind } = simBench(host);
    const { fd } = bind(0);
    return { bench, device: fd, ioas: bench.ioasAlloc(), memory: bench.memfd(SIZE), length: BigInt(SIZE) };
  }

  test('refuse memory that is mapped over them at the attach, and later memory at its mapping', () => {
    const first = prepared(reserved);
    expect(
      first.bench.tryMapFile({ ioas: first.ioas, fd: first.memory, length: first.length, iova: 0x100_0000n }),
    ).toBe(0);
    first.bench.attachFails('EADDRINUSE', first.device, { pt: first.ioas });
    const second = prepared(reserved);
    second.bench.attach(second.device, second.ioas);
    const { ioas, memory: fd, length } = second;
    expect(second.bench.tryMapFile({ ioas, fd, length, iova: 0x10f_0000n })).toBe(-ERRNO.EINVAL);
  });

  test('that may be mapped over refuse nothing', () => {
    const {
      bench,
      device,
      ioas,
      memory: fd,
      length,
    } = prepared(withGroup({ regions: [region(0x100_0000n, 0x10f_ffffn, 'direct-relaxable'), MSI] }));
    expect(bench.tryMapFile({ ioas, fd, length, iova: 0x100_0000n })).toBe(0);
    bench.attach(device, ioas);
  });

  test('of a VT-d device have its interrupt window even when nothing was read', () => {
    const { bench, device, ioas, memory: fd, length } = prepared({ ...MACHINE, groups: [] });
    expect(bench.tryMapFile({ ioas, fd, length, iova: MSI.first })).toBe(0);
    bench.attachFails('EADDRINUSE', device, { pt: ioas });
  });
});

test.each<[string, Pick<Host, 'groups' | 'interruptChips' | 'firmware'>]>([
  ['a server', MACHINE],
  ['nothing read', { groups: [], interruptChips: null, firmware: null }],
  [
    'a guest whose groups have no files',
    {
      groups: [{ number: 3, type: null, regions: null, others: [] }],
      interruptChips: [],
      firmware: { tables: [], dmarFlags: null, hypervisor: 'QEMU' },
    },
  ],
  [
    'tables that may not be read',
    { ...MACHINE, firmware: { tables: ['DMAR', 'IORT'], dmarFlags: null, hypervisor: null } },
  ],
])('%s is observed as it was made', (_, facts) => {
  const functions = MACHINE.functions.map((fn) => ({ ...fn, group: facts.groups.length > 3 ? fn.group : null }));
  const { groups, interruptChips, firmware } = observe(createWorld({ ...MACHINE, ...facts, functions }).tree, {
    files: [],
  });
  expect({ groups, interruptChips, firmware }).toEqual({
    groups: facts.groups,
    interruptChips: facts.interruptChips,
    firmware: facts.firmware,
  });
});
