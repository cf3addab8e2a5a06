/** Host → the plain object of a machine file: registers as hexadecimal text, absent values omitted. Pure. */

import type {
  Host,
  IommuGroup,
  IommuUnit,
  KernelFacts,
  MachineMemory,
  PciCapabilities,
  PciFunction,
  VfPlaces,
} from '../model/host.ts';
import { useText } from '../model/use-text.ts';
import { hex } from '../text/hex.ts';
import type {
  WrittenCapabilities,
  WrittenFunction,
  WrittenGroup,
  WrittenKernel,
  WrittenMachine,
  WrittenMemory,
  WrittenUnit,
  WrittenVfPlaces,
} from './generated/written-machine.ts';

/** Undone by: readMachine. Keys are written out, so that they always have the order of the schema. */
export function writeMachine(host: Host): WrittenMachine {
  return {
    apiVersion: 'pasidctl/v1',
    kind: 'Machine',
    kernel: writeKernel(host.kernel),
    iommufd: host.iommufd,
    modules: [...host.modules],
    ...writeFirmware(host.firmware),
    parameters: host.parameters.map(({ module, name, value, source, state }) => ({
      module,
      name,
      value,
      source,
      state,
    })),
    ...given(
      'modprobe',
      host.modprobe?.map(({ module, command, text, source }) => ({ module, command, text, source })) ?? null,
    ),
    ...given('interruptChips', host.interruptChips && [...host.interruptChips]),
    units: host.units.map(writeUnit),
    functions: host.functions.map(writeFunction),
    groups: host.groups.map(writeGroup),
    holders: host.holders.map(({ address, through, pid, command }) => ({
      ...given('address', address),
      through,
      pid,
      command,
    })),
    files: host.files.map(({ path, sizeBytes, allocatedBytes }) => ({
      path,
      sizeBytes: sizeBytes.toString(),
      ...given('allocatedBytes', allocatedBytes?.toString() ?? null),
    })),
    mounts: host.mounts.map(({ mountPoint, type, readOnly, pageBytes, limitBytes, freeBytes }) => ({
      mountPoint,
      type,
      ...(readOnly ? { readOnly } : {}),
      ...given('pageBytes', pageBytes?.toString() ?? null),
      ...given('limitBytes', limitBytes?.toString() ?? null),
      ...given('freeBytes', freeBytes?.toString() ?? null),
    })),
    ...given('memory', host.memory && writeMemory(host.memory)),
    unreadProcesses: host.unreadProcesses,
  };
}

function writeKernel({ release, commandLine, bootId, config }: KernelFacts): WrittenKernel {
  return { release, commandLine, bootId, ...given('config', config && { ...config }) };
}

function writeFirmware(firmware: Host['firmware']): Pick<WrittenMachine, 'firmware'> {
  if (firmware === null) return {};
  const { tables, dmarFlags, hypervisor } = firmware;
  return {
    firmware: {
      ...given('tables', tables && [...tables]),
      ...given('dmarFlags', dmarFlags),
      ...given('hypervisor', hypervisor),
    },
  };
}

function writeGroup({ number, type, regions, others }: IommuGroup): WrittenGroup {
  return {
    number,
    ...given('type', type),
    ...given(
      'regions',
      regions === null
        ? null
        : regions.map((region) => ({ first: hex(region.first), last: hex(region.last), type: region.type })),
    ),
    ...given('others', others?.map(({ name, driver }) => ({ name, ...given('driver', driver) })) ?? null),
  };
}

function writeMemory({ totalBytes, availableBytes, hugePages }: MachineMemory): WrittenMemory {
  return {
    ...given('totalBytes', totalBytes?.toString() ?? null),
    ...given('availableBytes', availableBytes?.toString() ?? null),
    hugePages: hugePages.map(({ pageBytes, ...pages }) => ({ pageBytes: pageBytes.toString(), ...pages })),
  };
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
    ...given('vfPlaces', fn.vfPlaces && writeVfPlaces(fn.vfPlaces)),
    ...writeCapabilities(fn.capabilities),
    ...writeExpress(fn.express),
    ...given('answers', fn.answers),
    ...given('resetMethods', fn.resetMethods && [...fn.resetMethods]),
    ...given('vmd', fn.vmd),
    ...given('bridge', fn.bridge && { address: fn.bridge.address, kind: fn.bridge.kind }),
    ...given('vfioDevice', fn.vfioDevice),
    ...given('vfioLacks', fn.vfioLacks),
    ...(fn.uses.length > 0 ? { uses: fn.uses.map(useText) } : {}),
    ...(fn.enabled.length > 0 ? { enabled: fn.enabled.map(useText) } : {}),
  };
}

function writeVfPlaces({ offset, stride, device }: VfPlaces): WrittenVfPlaces {
  return { offset, stride, ...given('device', device === null ? null : hex(device, 4)) };
}

function writeExpress(express: PciFunction['express']): Pick<WrittenFunction, 'express'> {
  if (express === 'unknown') return {};
  if (express === null) return { express: 'conventional' };
  const { portType, multiFunction, tlpPrefix, acs } = express;
  return {
    express: {
      portType,
      multiFunction,
      ...given('tlpPrefix', tlpPrefix),
      ...given('acs', acs && { capable: hex(acs.capable, 4), control: hex(acs.control, 4) }),
    },
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
      ...given(
        'pasid',
        pasid && {
          widthBits: pasid.widthBits,
          exec: pasid.exec,
          privileged: pasid.privileged,
          ...given('enabled', pasid.enabled),
        },
      ),
      ...given('ats', ats && { queueDepth: ats.queueDepth, enabled: ats.enabled }),
      ...given(
        'pri',
        pri && {
          ...{ capacity: pri.capacity, enabled: pri.enabled },
          ...given('responsePasid', pri.responsePasid),
        },
      ),
    },
  };
}

/** `{ [name]: value }`, or nothing for `null`. */
function given<const Name extends string, Value>(name: Name, value: Value | null): { [N in Name]?: Value } {
  // TypeScript widens a computed key to string.
  return value === null ? {} : ({ [name]: value } as { [N in Name]: Value });
}
