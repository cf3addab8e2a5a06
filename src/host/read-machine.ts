/** The plain object of a machine file, already checked against its schema → Host, with every absent field filled in. Pure. */

import { type Bdf, parseBdf } from '../model/bdf.ts';
import type { Host, IommuUnit, PciCapabilities, PciFunction } from '../model/host.ts';
import type { WrittenCapabilities, WrittenFunction, WrittenMachine, WrittenUnit } from './generated/written-machine.ts';

/** Undone by: writeMachine. Functions come out ascending by address. */
export function readMachine(written: WrittenMachine): Host {
  const { kernel } = written;
  return {
    kernel: { release: kernel.release, commandLine: kernel.commandLine ?? '', bootId: kernel.bootId ?? '' },
    iommufd: written.iommufd ?? false,
    modules: written.modules ?? [],
    units: (written.units ?? []).map(readUnit),
    functions: (written.functions ?? []).map(readFunction).sort(byAddress),
    holders: (written.holders ?? []).map(({ address, pid, command }) => ({
      address: bdf(address),
      pid,
      command: command ?? '',
    })),
    files: (written.files ?? []).map(({ path, sizeBytes }) => ({ path, sizeBytes: BigInt(sizeBytes) })),
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
    capabilities: readCapabilities(written.capabilities ?? {}),
    uses: written.uses ?? [],
  };
}

type Ties = 'driver' | 'driverOverride' | 'unit' | 'group' | 'numaNode' | 'physicalFunction' | 'bridge' | 'vfioDevice';

/** Relations of the function to the rest of the machine; each may be absent. */
function readTies(written: WrittenFunction): Pick<PciFunction, Ties> {
  const { physicalFunction = null, bridge = null } = written;
  return {
    driver: written.driver ?? null,
    driverOverride: written.driverOverride ?? null,
    unit: written.unit ?? null,
    group: written.group ?? null,
    numaNode: written.numaNode ?? null,
    physicalFunction: physicalFunction === null ? null : bdf(physicalFunction),
    bridge: bridge === null ? null : { address: bdf(bridge.address), kind: bridge.kind },
    vfioDevice: written.vfioDevice ?? null,
  };
}

function readCapabilities(written: 'unknown' | WrittenCapabilities): PciCapabilities | 'unknown' {
  if (written === 'unknown') return written;
  const { pasid = null, ats = null, pri = null } = written;
  return {
    pasid: pasid && { exec: false, privileged: false, ...pasid },
    ats: ats && { enabled: false, ...ats },
    pri: pri && { enabled: false, ...pri },
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
