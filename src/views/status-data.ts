/** What is held, for programs. */

import type { Handover, MadeVfs } from '../model/live.ts';
import type { BindingStatus, Status, ViommuStatus } from '../model/status.ts';
import { API_VERSION, FORMAT_VERSIONS } from './api-version.ts';
import type { Data } from './structured.ts';

export function statusData({
  backend,
  holder,
  handovers,
  createdFiles,
  loadedModules,
  madeVfs,
  viommus,
}: Status): Data {
  return {
    apiVersion: API_VERSION,
    kind: 'Status',
    formatVersion: FORMAT_VERSIONS.status,
    backend,
    holder: holder === null ? null : { pid: holder.pid, alive: holder.alive, since: holder.since },
    viommus: viommus.map(viommuData),
    handovers: handovers.map(handoverData),
    createdFiles,
    loadedModules,
    madeVfs: madeVfs.map(vfsData),
  };
}

function viommuData(viommu: ViommuStatus): Data {
  const { name, iommufd, ioas, memoryBytes, nestParents, devices, bindings } = viommu;
  return {
    name,
    iommufd,
    ioas,
    memoryBytes,
    nestParents: nestParents.map(({ unit, hwpt }) => ({ unit, hwpt })),
    devices: devices.map((device) => ({
      name: device.name,
      address: device.address,
      unit: device.unit,
      devId: device.devId,
      maxPasidLog2: device.maxPasidLog2,
      ridAttached: device.ridAttached,
    })),
    bindings: bindings.map(bindingData),
  };
}

function bindingData({ device, first, last, domain, target, hwpt, state }: BindingStatus): Data {
  return { device, first, last, domain, target: targetData(target), hwpt, state };
}

function targetData(target: BindingStatus['target']): Data {
  if (target.kind === 'pass-through') return { kind: target.kind };
  const { kind, pageTable, addressWidth, supervisor, writeProtect, extendedAccess } = target;
  return { kind, pageTable, addressWidth, supervisor, writeProtect, extendedAccess };
}

function vfsData({ device, address, count, addresses }: MadeVfs): Data {
  return { device, address, count, addresses };
}

function handoverData({ device, address, formerDriver, formerOverride, release }: Handover): Data {
  return { device, address, formerDriver, formerOverride, release };
}
