/** Any Host that a machine could show, and many that none would. */

import fc from 'fast-check';
import { type Bdf, joinBdf } from '../../src/model/bdf.ts';
import type { Host, IommuUnit, PciCapabilities, PciFunction } from '../../src/model/host.ts';

const bdf: fc.Arbitrary<Bdf> = fc
  .record({
    segment: fc.nat(0xffff),
    bus: fc.nat(0xff),
    device: fc.nat(31),
    fn: fc.nat(7),
  })
  .map(joinBdf);

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'null', '~', '0x10', '1:2', 'yes', '- a', '# b', '\n'),
);
const count = fc.nat(Number.MAX_SAFE_INTEGER);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const hex = (bits: number): fc.Arbitrary<number> => fc.nat(2 ** bits - 1);
const register = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });

const unit: fc.Arbitrary<IommuUnit> = fc.record({
  name: text,
  version: maybe(text),
  cap: register,
  ecap: register,
  domainsSupported: maybe(count),
  domainsUsed: maybe(count),
});

const capabilities: fc.Arbitrary<PciCapabilities | 'unknown'> = fc.oneof(
  fc.constant('unknown' as const),
  fc.record({
    pasid: maybe(fc.record({ widthBits: fc.nat(31), exec: fc.boolean(), privileged: fc.boolean() })),
    ats: maybe(fc.record({ queueDepth: fc.integer({ min: 1, max: 32 }), enabled: fc.boolean() })),
    pri: maybe(fc.record({ capacity: hex(32), enabled: fc.boolean() })),
  }),
);

const pciFunction: fc.Arbitrary<PciFunction> = fc.record({
  address: bdf,
  vendor: hex(16),
  device: hex(16),
  subsystemVendor: hex(16),
  subsystemDevice: hex(16),
  classCode: hex(24),
  driver: maybe(text),
  driverOverride: maybe(text),
  unit: maybe(text),
  group: maybe(count),
  numaNode: maybe(count),
  physicalFunction: maybe(bdf),
  virtualFunctions: fc.array(bdf, { maxLength: 3 }),
  totalVfs: count,
  capabilities,
  bridge: maybe(fc.record({ address: bdf, kind: fc.constantFrom('pcie' as const, 'conventional' as const) })),
  vfioDevice: maybe(text),
  uses: fc.array(text, { maxLength: 3 }),
});

export const arbitraryHost: fc.Arbitrary<Host> = fc.record({
  kernel: fc.record({ release: text, commandLine: text, bootId: text }),
  iommufd: fc.boolean(),
  modules: fc.array(text, { maxLength: 3 }),
  units: fc.uniqueArray(unit, { maxLength: 3, selector: ({ name }) => name }),
  functions: fc
    .uniqueArray(pciFunction, { maxLength: 4, selector: ({ address }) => address })
    .map((functions) => functions.sort((a, b) => (a.address < b.address ? -1 : 1))),
  holders: fc.array(fc.record({ address: bdf, pid: fc.integer({ min: 1, max: 9_999_999 }), command: text }), {
    maxLength: 3,
  }),
  files: fc.array(
    fc.record({ path: text.map((name) => `/${name}`), sizeBytes: fc.bigInt({ min: 0n, max: (1n << 63n) - 1n }) }),
    { maxLength: 3 },
  ),
});
