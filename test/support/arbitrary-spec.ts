/** Random worlds and specs for them: a handful of devices behind two units, vIOMMUs over some of them, bindings within width. */

import fc from 'fast-check';
import { parseBdf } from '../../src/model/bdf.ts';
import { groupBy } from '../../src/model/group-by.ts';
import { type Host, type PciFunction, UNREAD_FUNCTION, UNREAD_MACHINE } from '../../src/model/host.ts';
import type { BindingSpec, DeviceSpec, FirstStage, Spec, ViommuSpec } from '../../src/model/spec.ts';
import { EMPTY_SPEC } from '../../src/model/spec.ts';

const ORIGIN = { document: 0, path: [] };
const PASID_BITS = 6;
const DEVICES = 4;

function bdf(text: string): PciFunction['address'] {
  const address = parseBdf(text);
  if (address === null) throw new Error(`not an address: ${text}`);
  return address;
}

const functionOf = (index: number): PciFunction => ({
  ...UNREAD_FUNCTION,
  address: bdf(`0000:6a:0${index}.0`),
  vendor: 0x8086,
  device: 0x0b25,
  subsystemVendor: 0x8086,
  subsystemDevice: 0,
  classCode: 0x088000,
  driver: index === 3 ? null : 'idxd',
  driverOverride: index === 3 ? 'somebody' : null,
  unit: `dmar${index % 2}`,
  group: index,
  numaNode: null,
  physicalFunction: null,
  virtualFunctions: [],
  totalVfs: 0,
  capabilities: 'unknown',
  bridge: null,
  vfioDevice: null,
  uses: [],
});

/** The machine that the specs below fit. */
export const PLAIN_HOST: Host = {
  ...UNREAD_MACHINE,
  kernel: { release: '7.3.4', commandLine: '', bootId: 'boot', config: null },
  iommufd: true,
  modules: [],
  // The devices are on the denylist, and whatever a spec says of that shall work.
  parameters: [
    {
      module: 'vfio_pci',
      name: 'disable_denylist',
      value: '1',
      source: '/etc/modprobe.d/vfio.conf',
      state: 'configured',
    },
  ],
  units: [],
  functions: Array.from({ length: DEVICES }, (_, index) => functionOf(index)),
  holders: [],
  files: [],
};

const devices = fc.subarray([0, 1, 2, 3]).chain((indexes) =>
  fc.tuple(
    ...indexes.map((index) =>
      fc.constantFrom<DeviceSpec['release']>('restore', 'keep').map((release) => ({
        name: `dev${index}`,
        address: functionOf(index).address,
        expect: { vendor: null, device: null },
        release,
        origin: ORIGIN,
      })),
    ),
  ),
);

const stage: fc.Arbitrary<FirstStage> = fc.record({
  pageTable: fc.constantFrom(0x100_0000n, 0x100_1000n, 0x100_2000n),
  addressWidth: fc.constantFrom<48 | 57>(48, 57),
  supervisor: fc.boolean(),
  writeProtect: fc.boolean(),
  extendedAccess: fc.boolean(),
});

const target: fc.Arbitrary<BindingSpec['target']> = fc.oneof(
  { weight: 4, arbitrary: stage.map((first) => ({ kind: 'first-stage' as const, ...first })) },
  { weight: 2, arbitrary: fc.constant({ kind: 'pass-through' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'guest' as const }) },
);

/** Disjoint ranges: cut the PASID space at random points and keep some pieces. */
const bindings = (device: string, viommu: string): fc.Arbitrary<BindingSpec[]> =>
  fc.uniqueArray(fc.integer({ min: 1, max: 2 ** PASID_BITS - 1 }), { maxLength: 8 }).chain((cuts) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    return fc.tuple(
      ...sorted.map((first, index) =>
        fc.record({
          first: fc.constant(first),
          last: fc.integer({ min: first, max: (sorted[index + 1] ?? 2 ** PASID_BITS) - 1 }),
          target,
          domain: fc.integer({ min: 1, max: 3 }),
          device: fc.constant(device),
          viommu: fc.constant(viommu),
          origin: fc.constant(ORIGIN),
        }),
      ),
    );
  });

const viommu = (name: string, names: readonly string[]): fc.Arbitrary<ViommuSpec> =>
  fc.record({
    name: fc.constant(name),
    model: fc.constant('intel-iommu' as const),
    holder: fc.constant('agent' as const),
    pasidBits: fc.constant(PASID_BITS),
    firstStage: fc.constant(true),
    firstStage1GPages: fc.constant(true),
    svm: fc.constant(false),
    addressWidth: fc.constant(48 as const),
    cachingMode: fc.constant(true),
    deviceIotlb: fc.constant(false),
    memory: fc.subarray([0n, 1n, 2n]).map((regions) =>
      regions.map((region) => ({
        file: `/dev/shm/${region}`,
        offsetBytes: 0n,
        sizeBytes: 0x10_0000n,
        guestAddress: 0x100_0000n + region * 0x100_0000n,
        create: true,
        origin: ORIGIN,
      })),
    ),
    devices: fc.constant(names),
    origin: fc.constant(ORIGIN),
  });

function halves(chosen: readonly DeviceSpec[]): string[][] {
  const names = chosen.map(({ name }) => name);
  const half = Math.ceil(names.length / 2);
  return [names.slice(0, half), names.slice(half)];
}

/** Devices behind one unit may share an IOMMU group, and be in one vIOMMU all the same. */
function setsByUnit(chosen: readonly DeviceSpec[]): string[][] {
  return [0, 1].map((odd) => chosen.flatMap(({ name }) => (Number(name.slice(-1)) % 2 === odd ? [name] : [])));
}

/** The same with equal bindings of devices that are behind one unit and in one vIOMMU, as those of one IOMMU group must have them. */
export function withTwins(spec: Spec): Spec {
  const twins = new Map(
    spec.viommus.flatMap(({ devices: names }) =>
      names.map((name) => [name, names.find((one) => isBeside(one, name)) ?? name]),
    ),
  );
  const own = groupBy(spec.bindings, ({ device }) => device);
  return {
    ...spec,
    bindings: [...twins].flatMap(([device, model]) =>
      (own.get(model) ?? []).map((binding) => ({ ...binding, device })),
    ),
  };
}

/** Of two devices behind one unit, the first. */
function isBeside(first: string, second: string): boolean {
  return (Number(first.slice(-1)) - Number(second.slice(-1))) % 2 === 0;
}

/** Specs that pass the preflight on {@link PLAIN_HOST}. */
export const arbitrarySpec: fc.Arbitrary<Spec> = devices.chain((chosen) => {
  return fc
    .tuple(fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 2 }))
    .chain(([byUnit, swap, count]) => {
      const groups = byUnit ? setsByUnit(chosen) : halves(chosen);
      const sets = (swap ? [...groups].reverse() : groups).slice(0, count);
      return fc.tuple(
        fc.tuple(...sets.map((names, index) => viommu(`guest${index}`, names))),
        fc.tuple(...sets.flatMap((names, index) => names.map((name) => bindings(name, `guest${index}`)))),
      );
    })
    .map(([viommus, ranges]) => ({
      ...EMPTY_SPEC,
      vfioPci: { disableDenylist: ranges.flat().length % 2 === 0, origin: null },
      devices: chosen,
      viommus,
      bindings: ranges.flat(),
    }));
});

/** Specs for a machine with two IOMMU groups, of devices 0 and 2 and of 1 and 3: what both members have at a PASID is the same. */
export const pairedSpec: fc.Arbitrary<Spec> = fc
  .tuple(arbitrarySpec.filter(isPaired).map(withTwins), fc.infiniteStream(fc.boolean()))
  .map(([spec, kept]) => ({ ...spec, bindings: spec.bindings.filter(() => kept.next().value) }));

/** No group is in two vIOMMUs, nor with a device in none. */
function isPaired({ devices, viommus }: Spec): boolean {
  const names = devices.map(({ name }) => name);
  const setOf = (name: string): number => viommus.findIndex((one) => one.devices.includes(name));
  return names.every((name) => names.every((other) => !isBeside(name, other) || setOf(name) === setOf(other)));
}
