/** Any Host that a machine could show, and many that none would. */

import fc from 'fast-check';
import { type Bdf, joinBdf } from '../../src/model/bdf.ts';
import type {
  ExpressFacts,
  Host,
  IommuUnit,
  MachineFacts,
  PciCapabilities,
  PciFunction,
} from '../../src/model/host.ts';
import { arbitraryUse } from './arbitrary-use.ts';

const bdf: fc.Arbitrary<Bdf> = fc
  .record({
    segment: fc.nat(0xf_ffff),
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
    pasid: maybe(
      fc.record({ widthBits: fc.nat(31), exec: fc.boolean(), privileged: fc.boolean(), enabled: maybe(fc.boolean()) }),
    ),
    ats: maybe(fc.record({ queueDepth: fc.integer({ min: 1, max: 32 }), enabled: fc.boolean() })),
    pri: maybe(fc.record({ capacity: hex(32), enabled: fc.boolean(), responsePasid: maybe(fc.boolean()) })),
  }),
);

const express: fc.Arbitrary<ExpressFacts | null | 'unknown'> = fc.oneof(
  fc.constantFrom(null, 'unknown' as const),
  fc.record({
    portType: fc.nat(15),
    multiFunction: fc.boolean(),
    tlpPrefix: maybe(fc.boolean()),
    acs: maybe(fc.record({ capable: hex(16), control: hex(16) })),
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
  express,
  answers: maybe(fc.boolean()),
  resetMethods: maybe(fc.array(text, { maxLength: 3 })),
  vfPlaces: maybe(fc.record({ offset: hex(16), stride: hex(16), device: maybe(hex(16)) })),
  vmd: maybe(bdf),
  bridge: maybe(fc.record({ address: bdf, kind: fc.constantFrom('pcie' as const, 'conventional' as const) })),
  vfioDevice: maybe(text),
  vfioLacks: fc.constantFrom('cdev' as const, 'node' as const, 'access' as const, null),
  uses: fc.array(arbitraryUse, { maxLength: 3 }),
  enabled: fc.array(arbitraryUse, { maxLength: 2 }),
});

const bytes = fc.bigInt({ min: 0n, max: (1n << 63n) - 1n });
const pageSize = fc.bigInt({ min: 1n, max: (1n << 62n) - 1n });
const path = text.map((name) => `/${name}`);

const facts: fc.Arbitrary<MachineFacts> = fc.record({
  firmware: maybe(
    fc.record({
      tables: maybe(fc.array(text, { maxLength: 2 })),
      dmarFlags: maybe(hex(8)),
      hypervisor: maybe(text),
    }),
  ),
  parameters: fc.array(
    fc.record({
      module: text,
      name: text,
      value: text,
      source: text,
      state: fc.constantFrom('effective' as const, 'configured' as const),
    }),
    { maxLength: 2 },
  ),
  modprobe: maybe(
    fc.array(
      fc.record({
        module: text,
        command: fc.constantFrom('install' as const, 'alias' as const, 'options' as const),
        text,
        source: text,
      }),
      { maxLength: 3 },
    ),
  ),
  interruptChips: maybe(fc.array(text, { maxLength: 2 })),
  groups: fc
    .uniqueArray(
      fc.record({
        number: count,
        type: maybe(text),
        regions: maybe(fc.array(fc.record({ first: register, last: register, type: text }), { maxLength: 2 })),
        others: maybe(fc.array(fc.record({ name: text, driver: maybe(text) }), { maxLength: 2 })),
      }),
      { maxLength: 2, selector: ({ number }) => number },
    )
    .map((groups) => groups.sort((a, b) => a.number - b.number)),
  mounts: fc.array(
    fc.record({
      mountPoint: path,
      type: text,
      readOnly: fc.boolean(),
      pageBytes: maybe(pageSize),
      limitBytes: maybe(bytes),
      freeBytes: maybe(bytes),
    }),
    {
      maxLength: 2,
    },
  ),
  memory: maybe(
    fc.record({
      totalBytes: maybe(bytes),
      availableBytes: maybe(bytes),
      hugePages: fc.array(fc.record({ pageBytes: pageSize, total: count, free: count, growth: count }), {
        maxLength: 2,
      }),
    }),
  ),
  unreadProcesses: count,
  process: fc.constant(null),
});

export const arbitraryHost: fc.Arbitrary<Host> = fc
  .tuple(
    facts,
    fc.record({
      kernel: fc.record({
        release: text,
        commandLine: text,
        bootId: text,
        config: maybe(
          fc
            .dictionary(
              text.filter((key) => key !== '__proto__'),
              text,
              { maxKeys: 2 },
            )
            .map((config) => ({ ...config })),
        ),
      }),
      iommufd: fc.boolean(),
      modules: fc.array(text, { maxLength: 3 }),
      units: fc.uniqueArray(unit, { maxLength: 3, selector: ({ name }) => name }),
      functions: fc
        .uniqueArray(pciFunction, { maxLength: 4, selector: ({ address }) => address })
        .map((functions) => functions.sort((a, b) => (a.address < b.address ? -1 : 1))),
      holders: fc.array(
        fc.record({
          address: maybe(bdf),
          through: fc.constantFrom('device' as const, 'group' as const),
          pid: fc.integer({ min: 1, max: 9_999_999 }),
          command: text,
        }),
        {
          maxLength: 3,
        },
      ),
      files: fc.array(fc.record({ path, sizeBytes: bytes, allocatedBytes: maybe(bytes) }), { maxLength: 3 }),
    }),
  )
  .map(([some, rest]) => ({ ...some, ...rest }));
