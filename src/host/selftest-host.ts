/**
 * The machine for the `selftest` backend: a real kernel with the mock IOMMU and mock devices of its iommufd selftest
 * (CONFIG_IOMMUFD_TEST).
 *
 * A mock device is made on demand, so every device of the spec counts as present: alone in its group, bound to vfio-pci, with
 * 20-bit PASIDs (iommufd/selftest.c, 7.3). Kernel, /dev/iommu and memory files are the observed ones.
 */

import { VFIO_PCI } from '../linux/vfio-drivers.ts';
import { type Host, type IommuUnit, type PciFunction, UNREAD_FUNCTION } from '../model/host.ts';
import { MAX_PASID_BITS } from '../model/pasid.ts';
import type { DeviceSpec, PhysicalFunctionSpec, Spec } from '../model/spec.ts';

/** The one unit of the mock, and its name in plans. */
export const MOCK_UNIT = 'mock0';

/** Not VT-d: it has no registers, and no limit on domains. */
const UNIT: IommuUnit = {
  name: MOCK_UNIT,
  version: null,
  cap: 0n,
  ecap: 0n,
  domainsSupported: null,
  domainsUsed: null,
};

/** @param observed  what `observe` found on the machine */
export function selftestHost(spec: Spec, observed: Host): Host {
  return {
    ...observed,
    // Mock devices need no module.
    modules: [...new Set([...observed.modules, 'vfio_pci'])].sort(),
    units: [UNIT],
    functions: [...spec.devices.map(mockFunction), ...spec.physicalFunctions.map(mockMaker)].sort((a, b) =>
      a.address < b.address ? -1 : 1,
    ),
    holders: [],
  };
}

/** Mock devices need no VFs: every PF counts as one that has its own already. */
function mockMaker({ virtualFunctions, ...pf }: PhysicalFunctionSpec, index: number): PciFunction {
  const fn = mockFunction({ ...pf, release: 'restore' }, index);
  return {
    ...fn,
    ...{ driver: null, group: null, totalVfs: virtualFunctions },
    virtualFunctions: Array.from({ length: virtualFunctions }, () => fn.address),
  };
}

function mockFunction({ address, expect }: DeviceSpec, index: number): PciFunction {
  return {
    ...UNREAD_FUNCTION,
    address,
    vendor: expect.vendor ?? 0,
    device: expect.device ?? 0,
    subsystemVendor: 0,
    subsystemDevice: 0,
    classCode: 0x08_8000,
    driver: VFIO_PCI,
    driverOverride: null,
    unit: MOCK_UNIT,
    group: index,
    numaNode: null,
    physicalFunction: null,
    virtualFunctions: [],
    totalVfs: 0,
    capabilities: {
      pasid: { widthBits: MAX_PASID_BITS, exec: false, privileged: false, enabled: true },
      ats: null,
      pri: null,
    },
    bridge: null,
    vfioDevice: null,
    uses: [],
  };
}
