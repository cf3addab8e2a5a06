/**
 * The vIOMMU engine on the real iommufd with two devices of the kernel's mock: a small guest sets PASIDs up, changes,
 * invalidates and removes them, and answers page requests. Prints one line of JSON after each stage: what the engine believes, whether the kernel says
 * the same of every PASID, and what the mock's IOTLBs hold.
 */

import { BugError, known } from '../../../src/assert.ts';
import { valueOrThrow } from '../../../src/kernel/kernel-error.ts';
import { mockIotlbSeed } from '../../../src/kernel/mock-first-stage.ts';
import { IOMMU_PGFAULT_PERM } from '../../../src/uapi/iommufd.ts';
import {
  IOMMU_TEST_CMD,
  IOMMU_TEST_CMD_SIZE,
  IOMMU_TEST_OP,
  MOCK,
  test_check_iotlb,
  test_trigger_iopf,
} from '../../../src/uapi/selftest.ts';
import { firstStage, NOT_PRESENT, passThrough, ROOT, SCALABLE, TRANSLATING } from '../../viommu/guest-tables.ts';
import { engineRig, libc, NAMES } from './engine-rig.ts';

export interface EngineReport {
  readonly stage: string;
  /** Device, PASID and page table (`null`: pass-through), of what is attached. */
  readonly bindings: readonly (readonly [device: string, pasid: number, table: string | null])[];
  /** PASIDs of which the kernel says something else. */
  readonly disagreements: readonly string[];
  /** By page table: which words of its HWPT's IOTLB still hold something. */
  readonly iotlb: Readonly<Record<string, readonly boolean[]>>;
  readonly hwpts: number;
  readonly faultQueues: number;
  /** Page requests that the guest was asked since the last report: PASID, group and address. */
  readonly asked: readonly (readonly [pasid: number | null, group: number, address: string])[];
  readonly problems: readonly string[];
}

const LOOKED_AT = [0, 1, 2, 3, 4];
const WAIT = 0x25n;
/** Present, and PASIDs allowed. */
const CONTEXT_FLAGS = 0x9n;
/** Page requests allowed. */
const PRE = 0x10n;

const problems: string[] = [];
const asked: EngineReport['asked'][number][] = [];
const rig = engineRig({
  engine: { pasidBits: 8 },
  report: (code) => problems.push(code),
  guestQueue({ pasid, group, address }) {
    asked.push([pasid, group, address.toString(16)]);
    return 'taken';
  },
});
const { engine, tables, iommufd, parent } = rig;

/** A page request of device A, as its hardware would send it. */
function requestPage(pasid: number, group: number): void {
  const { devId } = known(rig.handles[0], 'a device');
  const op = IOMMU_TEST_OP.TRIGGER_IOPF;
  const values = { idev: devId, pasid, grpid: group, perm: IOMMU_PGFAULT_PERM.READ, addr: 0x1234_5000n };
  const request = test_trigger_iopf.encode({ size: IOMMU_TEST_CMD_SIZE, op, ...values });
  valueOrThrow(libc.ioctl(iommufd, IOMMU_TEST_CMD, request), 'TRIGGER_IOPF', 'A');
}

function pasidCache(domain: number, pasid: number): void {
  engine.descriptor(0x17n | (BigInt(domain) << 16n) | (BigInt(pasid) << 32n), 0n);
}

function holds(hwpt: number, index: number, iotlb: number): boolean {
  const op = IOMMU_TEST_OP.MD_CHECK_IOTLB;
  const request = test_check_iotlb.encode({ size: test_check_iotlb.sizeBytes, op, id: hwpt, index, iotlb });
  return libc.ioctl(iommufd, IOMMU_TEST_CMD, request) === 0;
}

function iotlbWords(hwpt: number, table: bigint): readonly boolean[] {
  return Array.from({ length: MOCK.IOTLB_NUM }, (_, index) => {
    const isFull = holds(hwpt, index, mockIotlbSeed(table));
    if (!isFull && !holds(hwpt, index, 0)) throw new BugError(`word ${index} of ${hwpt} is neither full nor empty`);
    return isFull;
  });
}

function report(stage: string, idle: number): void {
  const bindings = [...engine.bindings()];
  const line: EngineReport = {
    stage,
    bindings: bindings.map(({ device, pasid, stage }) => [device.name, pasid, stage?.pageTable.toString(16) ?? null]),
    disagreements: rig.disagreements(LOOKED_AT, idle),
    iotlb: Object.fromEntries(
      bindings.flatMap(({ stage, hwpt }) =>
        stage === null || hwpt === null ? [] : [[stage.pageTable.toString(16), iotlbWords(hwpt, stage.pageTable)]],
      ),
    ),
    hwpts: engine.countHwpts(),
    faultQueues: engine.countFaultQueues(),
    asked: asked.splice(0),
    problems: problems.splice(0),
  };
  console.log(JSON.stringify(line));
}

tables.writeAll(NAMES.length);
for (const device of [0, 1]) tables.writeEntry(device, 0, firstStage(2, 0x1000_0000));
tables.writeEntry(0, 1, firstStage(1, 0x2000_0000));
tables.writeEntry(0, 2, firstStage(1, 0x3000_0000));
tables.writeEntry(0, 3, passThrough(1));
tables.writeEntry(1, 1, firstStage(1, 0x2000_0000));
tables.writeEntry(1, 2, firstStage(1, 0x4000_0000));
tables.writeEntry(1, 3, firstStage(5, 0x5000_0000));
engine.setRegister('RTADDR', BigInt(ROOT | SCALABLE));
engine.setRegister('GSTS', TRANSLATING);
report('on', 0);

// Page 1 of PASID 2 of domain 1, and all of PASID 1.
engine.descriptor(0x36n | (1n << 16n) | (2n << 32n), 0x1000n);
engine.descriptor(0x26n | (1n << 16n) | (1n << 32n), 0n);
report('queued', 0);
engine.descriptor(WAIT, 0n);
report('invalidated', 0);

tables.writeEntry(0, 1, firstStage(1, 0x6000_0000));
pasidCache(1, 1);
tables.writeEntry(1, 3, passThrough(5));
pasidCache(5, 3);
report('changed', 0);

for (const device of [0, 1]) tables.writeEntry(device, 2, NOT_PRESENT);
tables.writeEntry(0, 3, NOT_PRESENT);
tables.writeEntry(1, 4, firstStage(1, 0x7000_0000));
engine.descriptor(0x07n | (1n << 16n), 0n);
report('removed', 0);

// Device A may ask for pages from here on; its context entry is looked at again.
tables.writeContext(0, BigInt(tables.directoryAt(0)) | CONTEXT_FLAGS | PRE);
engine.descriptor(0x31n | (0x28n << 32n), 0n);
report('paged', 0);
requestPage(1, 3);
requestPage(1, 4);
engine.pollFaults();
// Group 3 is answered; 4 is not, and the kernel takes the answer that removing the PASID gives it.
engine.descriptor(0x19n | (0x28n << 16n) | (1n << 32n), 3n << 3n);
tables.writeEntry(0, 1, NOT_PRESENT);
pasidCache(1, 1);
report('asked', 0);

engine.setRegister('GSTS', 0n);
report('off', parent);

rig.takeDown();
