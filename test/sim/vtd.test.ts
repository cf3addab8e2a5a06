import { describe, expect, test } from 'vitest';
import { known } from '../../src/assert.ts';
import type { Host } from '../../src/model/host.ts';
import { IOMMU_HWPT_ALLOC_FLAG, IOMMU_IOAS_MAP_FLAG, IOMMU_VTD_S1_FLAG } from '../../src/uapi/iommufd.ts';
import { QEMU_NVME, qemuMachine } from '../support/qemu-machine.ts';
import { DISK, DSA0, DSA1, firstStage, machineWithVfio, NETWORK, QAT_VF, simBench } from '../support/sim-bench.ts';
import { twoDeviceGroup } from '../support/two-device-group.ts';

const { NEST_PARENT, PASID, FAULT_ID_VALID } = IOMMU_HWPT_ALLOC_FLAG;

function nesting() {
  const { world, bench: b, bind } = simBench(machineWithVfio(DSA0, DSA1, NETWORK, QAT_VF, DISK));
  const { fd, dev } = bind(0);
  const ioas = b.ioasAlloc();
  const parent = b.hwptAlloc({ dev, pt: ioas, flags: NEST_PARENT | PASID });
  const nested = (values = {}): number => b.hwptAlloc({ dev, pt: parent, flags: PASID, data: firstStage(values) });
  return { world, b, bind, fd, dev, ioas, parent, nested };
}

describe('nested HWPTs on VT-d', () => {
  test('data must have the length and type that the kernel knows', () => {
    const { b, dev, parent } = nesting();
    const data = (length: number, type = 1) => ({ type, bytes: new Uint8Array(length) });
    b.hwptAllocFails('EINVAL', { dev, pt: parent, data: data(23) });
    b.hwptAllocFails('EINVAL', { dev, pt: parent, data: data(25) });
    b.hwptAllocFails('EOPNOTSUPP', { dev, pt: parent, data: data(24, 2) });
  });

  test('what the data says is judged when it is attached', () => {
    const { b, fd, nested } = nesting();
    b.attachFails('EINVAL', fd, { pt: nested({ addr_width: 30 }), pasid: 1 });
    b.attach(fd, nested({ addr_width: 57 }), 1);
    b.attach(fd, nested({ flags: IOMMU_VTD_S1_FLAG.SRE | IOMMU_VTD_S1_FLAG.EAFE | IOMMU_VTD_S1_FLAG.WPE }), 2);
  });

  test('a failed PASID replace blocks the PASID, and only detach and attach heal it', () => {
    const { world, b, fd, nested } = nesting();
    const good = nested();
    b.attach(fd, good, 5);
    expect(world.hardware(DSA0, 5)).toBe(good);
    b.attachFails('EINVAL', fd, { pt: nested({ addr_width: 30 }), pasid: 5 });
    expect(world.hardware(DSA0, 5)).toBeNull();
    b.attach(fd, good, 5);
    expect(world.hardware(DSA0, 5)).toBeNull();
    b.detach(fd, 5);
    b.attach(fd, good, 5);
    expect(world.hardware(DSA0, 5)).toBe(good);
  });

  test('a failed RID replace blocks the RID', () => {
    const { world, b, fd, parent, nested } = nesting();
    b.attach(fd, parent);
    b.attachFails('EINVAL', fd, { pt: nested({ addr_width: 30 }) });
    expect(world.hardware(DSA0, 0)).toBeNull();
    b.detach(fd);
    b.attach(fd, parent);
    expect(world.hardware(DSA0, 0)).toBe(parent);
  });

  test('a nest parent takes writable mappings only', () => {
    const { b, ioas } = nesting();
    const flags = IOMMU_IOAS_MAP_FLAG.FIXED_IOVA | IOMMU_IOAS_MAP_FLAG.READABLE;
    const map = { ioas, address: b.memory(4096), length: 4096n, iova: 0x10_0000n };
    b.mapFails('EINVAL', { ...map, flags });
    b.map(map);
  });

  test('a page table of one unit does not suit another that can do less', () => {
    const { b, bind, parent } = nesting();
    b.attachFails('EINVAL', bind(2).fd, { pt: parent });
  });

  test('a unit without nesting makes no nest parents', () => {
    const { b, bind, ioas } = nesting();
    b.hwptAllocFails('EOPNOTSUPP', { dev: bind(2).dev, pt: ioas, flags: NEST_PARENT });
  });

  test('faults of a VF are refused where its PF has page requests or the VF has none', () => {
    const { b, bind, ioas } = nesting();
    const { fd, dev } = bind(3);
    const { id } = b.faultQueue();
    b.attachFails('ENODEV', fd, { pt: b.hwptAlloc({ dev, pt: ioas, flags: FAULT_ID_VALID | PASID, fault: id }) });
  });

  test('entries of an invalidation are aligned, and say everything in one way only', () => {
    const { b, nested } = nesting();
    const hwpt = nested();
    const entry = (addr: bigint, npages: bigint, flags = 0): Uint8Array => {
      const bytes = new Uint8Array(24);
      const view = new DataView(bytes.buffer);
      view.setBigUint64(0, addr, true);
      view.setBigUint64(8, npages, true);
      view.setUint32(16, flags, true);
      return bytes;
    };
    const everything = 2n ** 64n - 1n;
    const invalidate = (...entries: Uint8Array[]) => b.invalidate({ hwpt, type: 0, entries });
    expect(invalidate(entry(0x1000n, 4n, 1), entry(0n, everything))).toEqual({ result: 0, done: 2 });
    b.expectErrno('EINVAL', invalidate(entry(0x800n, 1n)).result);
    b.expectErrno('EINVAL', invalidate(entry(0x1000n, everything)).result);
    b.expectErrno('EOPNOTSUPP', invalidate(entry(0n, 1n, 2)).result);
  });
});

describe('PASIDs on VT-d', () => {
  test('reach as far as device and unit both allow, and are told so', () => {
    const { b, bind, ioas } = nesting();
    const { fd, dev } = bind(4);
    const s2 = b.hwptAlloc({ dev, pt: ioas, flags: PASID });
    expect(b.hwInfo({ dev_id: dev }).out.out_max_pasid_log2).toBe(16);
    b.attach(fd, s2, 65_535);
    b.attachFails('EINVAL', fd, { pt: s2, pasid: 65_536 });
  });

  test('are silently nothing behind a unit in legacy mode', () => {
    const host = machineWithVfio(DSA0);
    const legacy = { ...host, kernel: { ...host.kernel, commandLine: 'intel_iommu=on,sm_off' } };
    const { world, bench: b, bind } = simBench(legacy);
    const { fd, dev } = bind(0);
    const s2 = b.hwptAlloc({ dev, pt: b.ioasAlloc(), flags: PASID });
    b.attach(fd, s2, 5);
    expect(world.hardware(DSA0, 5)).toBeNull();
    expect(b.hwInfo({ dev_id: dev }).out.out_max_pasid_log2).toBe(0);
  });

  test('are silently nothing behind a unit whose kernel has scalable mode off by default', () => {
    const host = switchedOff(machineWithVfio(DSA0));
    const config = { CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON: 'n' };
    const { bench: b, bind } = simBench({ ...host, kernel: { ...host.kernel, commandLine: 'intel_iommu=on', config } });
    const { dev } = bind(0);
    expect(b.hwInfo({ dev_id: dev }).out.out_max_pasid_log2).toBe(0);
  });

  test('are attached and do nothing where PASID Enable is 0, though their width is told', () => {
    const { world, bench: b, bind } = simBench(switchedOff(machineWithVfio(DSA0)));
    const { fd, dev } = bind(0);
    const s2 = b.hwptAlloc({ dev, pt: b.ioasAlloc(), flags: PASID });
    expect(b.hwInfo({ dev_id: dev }).out.out_max_pasid_log2).toBe(20);
    b.attach(fd, s2, 5);
    b.attach(fd, s2);
    expect(world.hardware(DSA0, 5)).toBeNull();
    expect(world.hardware(DSA0, 0)).toBe(s2);
    b.detach(fd, 5);
  });

  test('cannot be attached behind an AMD IOMMU, and the RID can', () => {
    const host = machineWithVfio(DSA0);
    const units = [...host.units, { ...known(host.units[0], 'unit'), name: 'ivhd0', version: null }];
    const functions = host.functions.map((fn) => (fn.address === DSA0 ? { ...fn, unit: 'ivhd0' } : fn));
    const { bench: b, bind } = simBench({ ...host, units, functions });
    const { fd, dev } = bind(0);
    const s2 = b.hwptAlloc({ dev, pt: b.ioasAlloc(), flags: PASID });
    b.attach(fd, s2);
    b.attachFails('EOPNOTSUPP', fd, { pt: s2, pasid: 5 });
  });

  test('take a domain id per HWPT, until the unit has none left', () => {
    const host = machineWithVfio(DSA0);
    const units = host.units.map((unit) => ({ ...unit, domainsSupported: 16, domainsUsed: 10 }));
    const { world, bench: b, bind } = simBench({ ...host, units });
    const { fd, dev } = bind(0);
    const ioas = b.ioasAlloc();
    const hwpts = Array.from({ length: 5 }, () => b.hwptAlloc({ dev, pt: ioas, flags: PASID }));
    for (const [index, pt] of hwpts.slice(0, 4).entries()) b.attach(fd, pt, index + 1);
    b.attach(fd, hwpts[0] ?? 0, 9);
    expect(world.tree.readText('/sys/class/iommu/dmar0/intel-iommu/domains_used')).toBe('14');
    b.attachFails('ENOSPC', fd, { pt: hwpts[4] ?? 0, pasid: 6 });
    b.detach(fd, 1);
    b.detach(fd, 9);
    b.attach(fd, hwpts[4] ?? 0, 6);
  });

  test('leave with the device file, so that HWPTs can be destroyed', () => {
    const { b, fd, nested } = nesting();
    const hwpt = nested();
    b.attach(fd, hwpt, 3);
    b.destroyFails('EBUSY', hwpt);
    b.close(fd);
    b.destroy(hwpt);
  });
});

describe('binding', () => {
  test('without interrupt remapping is EPERM', () => {
    const { world, bench: b } = simBench(qemuMachine({ ecap: 0x4800_80f0_0f42n }));
    b.bindFails('EPERM', b.openVfio(), {});
    expect(world.hardware(QEMU_NVME, 0)).toBeNull();
  });

  test('is EPERM while a sibling is on a kernel driver or belongs to another iommufd', () => {
    const busy = simBench(twoDeviceGroup(['vfio-pci', 'idxd']));
    busy.bench.bindFails('EPERM', busy.bench.openVfio(), {});
    const { world, bench: b, bind } = simBench(twoDeviceGroup());
    bind(0);
    const sibling = b.expectOk(world.syscalls.open('/dev/vfio/devices/vfio1', 'read-write'));
    const other = b.expectOk(world.syscalls.open('/dev/iommu', 'read-write'));
    b.bindFails('EPERM', sibling, { iommufd: other });
    b.bindFails('EBADFD', sibling, { iommufd: sibling });
    b.expectOk(b.tryBind(sibling).result);
  });
});

test('devices of one group share what they are attached to', () => {
  const { bench: b, bind } = simBench(twoDeviceGroup());
  const [first, second] = [bind(0), bind(1)];
  const ioas = b.ioasAlloc();
  const [h1, h2] = [b.hwptAlloc({ dev: first.dev, pt: ioas }), b.hwptAlloc({ dev: first.dev, pt: ioas })];
  b.attach(first.fd, h1);
  b.attachFails('EINVAL', second.fd, { pt: h2 });
  b.attach(second.fd, h1);
  b.attach(second.fd, h2);
  b.destroy(h1);
  b.detach(first.fd);
  b.destroyFails('EBUSY', h2);
  const h3 = b.hwptAlloc({ dev: first.dev, pt: ioas });
  b.attachFails('EINVAL', first.fd, { pt: h3 });
  b.detach(second.fd);
  b.destroy(h2);
});

function switchedOff(host: Host): Host {
  return {
    ...host,
    functions: host.functions.map((fn) => {
      if (fn.capabilities === 'unknown' || fn.capabilities.pasid === null) return fn;
      return { ...fn, capabilities: { ...fn.capabilities, pasid: { ...fn.capabilities.pasid, enabled: false } } };
    }),
  };
}
