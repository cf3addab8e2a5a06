import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { vfioKernel } from '../../src/kernel/vfio-kernel.ts';
import { openWorld, WorldFileError } from '../../src/sim/world-file.ts';
import { createBench } from '../kernel/conformance/bench.ts';
import { DSA0, machineWithVfio } from '../support/sim-bench.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pasidctl-world-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const open = () => openWorld(dir, () => machineWithVfio(DSA0));
const file = (): string => join(dir, 'world.json');

function reasonOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof WorldFileError) return error.reason;
    throw error;
  }
  return 'none';
}

describe('a world in a folder', () => {
  test('keeps open files, objects and attachments for the next process', () => {
    const before = open();
    const kernel = vfioKernel(before.syscalls, 'sim');
    const iommufd = kernel.openIommufd();
    const device = kernel.bindDevice(iommufd, { address: DSA0, vfioDevice: 'vfio0', pasid: true });
    if (typeof device === 'number') throw new Error(`bind: ${device}`);
    const { devId } = device.kind === 'vfio' ? device : { devId: 0 };
    const ioas = kernel.allocIoas(iommufd);
    const parent = kernel.allocNestParent(iommufd, { devId, ioas, pasid: true, nesting: true });
    expect(kernel.attach(device, 5, parent)).toBe(0);
    before.save();

    const after = open();
    const again = vfioKernel(after.syscalls, 'sim');
    expect(again.destroy(iommufd, parent)).toBe(-16);
    expect(after.hardware(DSA0, 5)).toBe(parent);
    expect(again.detach(device, 5)).toBe(0);
    expect(again.destroy(iommufd, parent)).toBe(0);
    expect(again.allocIoas(iommufd)).toBe(parent);
  });

  test('is not written before it is saved, and leaves no temporary files', () => {
    const world = open();
    expect(readdirSync(dir)).toEqual([]);
    world.save();
    world.save();
    expect(readdirSync(dir)).toEqual(['world.json']);
  });

  test('is refused when damaged, and not replaced', () => {
    open().save();
    const text = readFileSync(file(), 'utf8');
    for (const bad of ['', '{}', 'null\n', text.slice(0, -10), text.replace('dmar0', 'dmar9'), `x${text}`]) {
      writeFileSync(file(), bad);
      expect(reasonOf(open)).toBe('damaged');
      expect(readFileSync(file(), 'utf8')).toBe(bad);
    }
  });

  test('is refused when it comes from a later version', () => {
    open().save();
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('"version":1', '"version":2'));
    expect(reasonOf(open)).toBe('newer');
  });

  test('that cannot be read or written says so', () => {
    expect(reasonOf(() => openWorld('/proc/self/mem', () => machineWithVfio()))).toBe('unreadable');
    expect(reasonOf(() => openWorld('/proc/nowhere', () => machineWithVfio()).save())).toBe('unwritable');
  });
});

test('a world with PASIDs attached is small', () => {
  const world = open();
  const b = createBench({ syscalls: world.syscalls, vfioPath: '/dev/vfio/devices/vfio0' });
  const { fd, dev } = b.bindVfio();
  const parent = b.hwptAlloc({ dev, pt: b.ioasAlloc(), flags: 1 | 8 });
  for (let pasid = 1; pasid <= 65_536; pasid++) b.attach(fd, parent, pasid);
  world.save();
  expect(readFileSync(file()).length).toBeLessThan(100_000);
  expect(open().hardware(DSA0, 65_536)).toBe(parent);
});
