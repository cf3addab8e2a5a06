/** Host → the plain object of a machine file: registers as hexadecimal text, absent values omitted. Pure. */

import type { Host, IommuUnit, KernelFacts, PciCapabilities, PciFunction } from '../model/host.ts';
import { hex } from '../text/hex.ts';
import type {
  WrittenCapabilities,
  WrittenFunction,
  WrittenKernel,
  WrittenMachine,
  WrittenUnit,
} from './generated/written-machine.ts';

/** Undone by: readMachine. Keys are written out, so that they always have the order of the schema. */
export function writeMachine(host: Host): WrittenMachine {
  return {
    apiVersion: 'pasidctl/v1',
    kind: 'Machine',
    kernel: writeKernel(host.kernel),
    iommufd: host.iommufd,
    modules: [...host.modules],
    units: host.units.map(writeUnit),
    functions: host.functions.map(writeFunction),
    holders: host.holders.map(({ address, pid, command }) => ({ address, pid, command })),
    files: host.files.map(({ path, sizeBytes }) => ({ path, sizeBytes: sizeBytes.toString() })),
  };
}

function writeKernel({ release, commandLine, bootId }: KernelFacts): WrittenKernel {
  return { release, commandLine, bootId };
}

function writeUnit({ cap, ecap, ...unit }: IommuUnit): WrittenUnit {
  return {
    name: unit.name,
    ...given('version', unit.version),
    cap: hex(cap, 16),
    ecap: hex(ecap, 16),
    ...given('domainsSupported', unit.domainsSupported),
    ...given('domainsUsed', unit.domainsUsed),
  };
}

function writeFunction(fn: PciFunction): WrittenFunction {
  return {
    address: fn.address,
    vendor: hex(fn.vendor, 4),
    device: hex(fn.device, 4),
    subsystemVendor: hex(fn.subsystemVendor, 4),
    subsystemDevice: hex(fn.subsystemDevice, 4),
    classCode: hex(fn.classCode, 6),
    ...given('driver', fn.driver),
    ...given('driverOverride', fn.driverOverride),
    ...given('unit', fn.unit),
    ...given('group', fn.group),
    ...given('numaNode', fn.numaNode),
    ...given('physicalFunction', fn.physicalFunction),
    ...(fn.virtualFunctions.length > 0 ? { virtualFunctions: [...fn.virtualFunctions] } : {}),
    ...(fn.totalVfs > 0 ? { totalVfs: fn.totalVfs } : {}),
    ...writeCapabilities(fn.capabilities),
    ...given('bridge', fn.bridge && { address: fn.bridge.address, kind: fn.bridge.kind }),
    ...given('vfioDevice', fn.vfioDevice),
    ...(fn.uses.length > 0 ? { uses: [...fn.uses] } : {}),
  };
}

function writeCapabilities(capabilities: PciCapabilities | 'unknown'): {
  readonly capabilities?: 'unknown' | WrittenCapabilities;
} {
  if (capabilities === 'unknown') return { capabilities };
  const { pasid, ats, pri } = capabilities;
  if (pasid === null && ats === null && pri === null) return {};
  return {
    capabilities: {
      ...given('pasid', pasid && { widthBits: pasid.widthBits, exec: pasid.exec, privileged: pasid.privileged }),
      ...given('ats', ats && { queueDepth: ats.queueDepth, enabled: ats.enabled }),
      ...given('pri', pri && { capacity: pri.capacity, enabled: pri.enabled }),
    },
  };
}

/** `{ [name]: value }`, or nothing for `null`. */
function given<const Name extends string, Value>(name: Name, value: Value | null): { [N in Name]?: Value } {
  // TypeScript widens a computed key to string.
  return value === null ? {} : ({ [name]: value } as { [N in Name]: Value });
}
