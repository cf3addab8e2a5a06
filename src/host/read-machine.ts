/** The plain object of a machine file, already checked against its schema → Host, with every absent field filled in. Pure. */

import { type Bdf, parseBdf } from '../model/bdf.ts';
import type {
  Host,
  IommuGroup,
  IommuUnit,
  MachineFacts,
  PciCapabilities,
  PciFunction,
  VfPlaces,
} from '../model/host.ts';
import { parseUse } from '../model/use-text.ts';
import type {
  WrittenCapabilities,
  WrittenFunction,
  WrittenGroup,
  WrittenMachine,
  WrittenUnit,
  WrittenVfPlaces,
} from './generated/written-machine.ts';

/** Undone by: writeMachine. Functions come out ascending by address. */
export function readMachine(written: WrittenMachine): Host {
  const { kernel } = written;
  return {
    kernel: {
      release: kernel.release,
      commandLine: kernel.commandLine ?? '',
      bootId: kernel.bootId ?? '',
      config: kernel.config ?? null,
    },
    iommufd: written.iommufd ?? false,
    modules: written.modules ?? [],
    units: (written.units ?? []).map(readUnit),
    functions: (written.functions ?? []).map(readFunction).sort(byAddress),
    holders: (written.holders ?? []).map(({ address = null, through = 'device', pid, command = '' }) => ({
      address: address === null ? null : bdf(address),
      through,
      pid,
      command,
    })),
    files: (written.files ?? []).map(({ path, sizeBytes, allocatedBytes = null }) => ({
      path,
      sizeBytes: BigInt(sizeBytes),
      allocatedBytes: allocatedBytes === null ? null : BigInt(allocatedBytes),
    })),
    ...readFacts(written),
  };
}

/** What machine files of version 0.1 do not have; it is then unknown. */
function readFacts({ firmware = null, memory = null, ...written }: WrittenMachine): MachineFacts {
  return {
    firmware: firmware && {
      tables: firmware.tables ?? null,
      dmarFlags: firmware.dmarFlags ?? null,
      hypervisor: firmware.hypervisor ?? null,
    },
    parameters: (written.parameters ?? []).map((parameter) => ({ source: '', state: 'effective', ...parameter })),
    modprobe: written.modprobe?.map((order) => ({ source: '', ...order })) ?? null,
    interruptChips: written.interruptChips ?? null,
    groups: (written.groups ?? []).map(readGroup).sort((a, b) => a.number - b.number),
    mounts: (written.mounts ?? []).map(
      ({ mountPoint, type, readOnly = false, pageBytes = null, limitBytes = null, freeBytes = null }) => ({
        mountPoint,
        type,
        readOnly,
        pageBytes: bytesOrNull(pageBytes),
        limitBytes: bytesOrNull(limitBytes),
        freeBytes: bytesOrNull(freeBytes),
      }),
    ),
    memory: memory && {
      totalBytes: bytesOrNull(memory.totalBytes),
      availableBytes: bytesOrNull(memory.availableBytes),
      hugePages: (memory.hugePages ?? []).map(({ pageBytes, total, free, growth = 0 }) => ({
        pageBytes: BigInt(pageBytes),
        total,
        free,
        growth,
      })),
    },
    unreadProcesses: written.unreadProcesses ?? 0,
    process: null,
  };
}

function bytesOrNull(written: string | null = null): bigint | null {
  return written === null ? null : BigInt(written);
}

function readGroup({ number, type = null, regions = null, others = null }: WrittenGroup): IommuGroup {
  return {
    number,
    type,
    regions:
      regions === null
        ? null
        : regions.map((region) => ({ ...region, first: BigInt(region.first), last: BigInt(region.last) })),
    others: others?.map(({ name, driver = null }) => ({ name, driver })) ?? null,
  };
}

function readUnit(written: WrittenUnit): IommuUnit {
  return {
    name: written.name,
    version: written.version ?? null,
    cap: BigInt(written.cap ?? 0),
    ecap: BigInt(written.ecap ?? 0),
    domainsSupported: written.domainsSupported ?? null,
    domainsUsed: written.domainsUsed ?? null,
  };
}

function readFunction(written: WrittenFunction): PciFunction {
  return {
    address: bdf(written.address),
    vendor: Number(written.vendor ?? 0),
    device: Number(written.device ?? 0),
    subsystemVendor: Number(written.subsystemVendor ?? 0),
    subsystemDevice: Number(written.subsystemDevice ?? 0),
    classCode: Number(written.classCode ?? 0),
    ...readTies(written),
    totalVfs: written.totalVfs ?? 0,
    virtualFunctions: (written.virtualFunctions ?? []).map(bdf),
    vfPlaces: readVfPlaces(written.vfPlaces ?? null),
    capabilities: readCapabilities(written.capabilities ?? {}),
    express: readExpress(written.express ?? null),
    answers: written.answers ?? null,
    resetMethods: written.resetMethods ?? null,
    uses: (written.uses ?? []).map(parseUse),
    enabled: (written.enabled ?? []).map(parseUse),
  };
}

function readVfPlaces(written: WrittenVfPlaces | null): VfPlaces | null {
  return written && { offset: written.offset, stride: written.stride, device: idOf(written.device ?? null) };
}

function idOf(written: string | null): number | null {
  return written === null ? null : Number(written);
}

function readExpress(written: WrittenFunction['express'] | null): PciFunction['express'] {
  if (written === null || written === undefined) return 'unknown';
  if (written === 'conventional') return null;
  const { portType, multiFunction = false, tlpPrefix = null, acs = null } = written;
  return {
    portType,
    multiFunction,
    tlpPrefix,
    acs: acs && { capable: Number(acs.capable), control: Number(acs.control) },
  };
}

type Ties =
  | 'driver'
  | 'driverOverride'
  | 'unit'
  | 'group'
  | 'numaNode'
  | 'physicalFunction'
  | 'bridge'
  | 'vmd'
  | 'vfioDevice'
  | 'vfioLacks';

/** Relations of the function to the rest of the machine; each may be absent. */
function readTies(written: WrittenFunction): Pick<PciFunction, Ties> {
  const { physicalFunction = null, bridge = null, vmd = null } = written;
  return {
    driver: written.driver ?? null,
    driverOverride: written.driverOverride ?? null,
    unit: written.unit ?? null,
    group: written.group ?? null,
    numaNode: written.numaNode ?? null,
    physicalFunction: physicalFunction === null ? null : bdf(physicalFunction),
    bridge: bridge === null ? null : { address: bdf(bridge.address), kind: bridge.kind },
    vmd: vmd === null ? null : bdf(vmd),
    vfioDevice: written.vfioDevice ?? null,
    vfioLacks: written.vfioLacks ?? null,
  };
}

function readCapabilities(written: 'unknown' | WrittenCapabilities): PciCapabilities | 'unknown' {
  if (written === 'unknown') return written;
  const { pasid = null, ats = null, pri = null } = written;
  return {
    pasid: pasid && { exec: false, privileged: false, enabled: null, ...pasid },
    ats: ats && { enabled: false, ...ats },
    pri: pri && { enabled: false, responsePasid: null, ...pri },
  };
}

/** The schema's pattern is at least as strict as parseBdf. */
function bdf(text: string): Bdf {
  const address = parseBdf(text);
  if (address === null) throw new RangeError(`not a PCI address: ${text}`);
  return address;
}

function byAddress(a: PciFunction, b: PciFunction): number {
  if (a.address === b.address) return 0;
  return a.address < b.address ? -1 : 1;
}
