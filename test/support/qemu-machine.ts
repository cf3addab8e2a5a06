/**
 * A q35 machine of QEMU with `intel-iommu,x-scalable-mode=on` and an NVMe disk on vfio-pci: 39-bit addresses, no nesting, and no
 * PASIDs on the disk.
 */

import { joinBdf } from '../../src/model/bdf.ts';
import { type Host, UNREAD_FUNCTION, UNREAD_MACHINE } from '../../src/model/host.ts';

export const QEMU_NVME = joinBdf({ segment: 0, bus: 0, device: 4, fn: 0 });

/** @param ecap  of its IOMMU; as QEMU's when not given */
export function qemuMachine({ ecap = 0x4800_80f0_0f4an }: { readonly ecap?: bigint } = {}): Host {
  return {
    ...UNREAD_MACHINE,
    kernel: {
      release: '7.3.4',
      commandLine: 'console=ttyS0',
      bootId: '00000000-0000-4000-8000-000000000001',
      config: null,
    },
    iommufd: true,
    modules: ['iommufd', 'vfio', 'vfio_pci', 'vfio_pci_core'],
    units: [
      { name: 'dmar0', version: '1:0', cap: 0xd2_008c_2226_0206n, ecap, domainsSupported: 65_536, domainsUsed: 2 },
    ],
    functions: [
      {
        ...UNREAD_FUNCTION,
        address: QEMU_NVME,
        ...{ vendor: 0x1b36, device: 0x0010, subsystemVendor: 0x1af4, subsystemDevice: 0x1100, classCode: 0x01_0802 },
        ...{ driver: 'vfio-pci', driverOverride: 'vfio-pci', unit: 'dmar0', group: 3, numaNode: null },
        ...{ physicalFunction: null, virtualFunctions: [], totalVfs: 0, bridge: null, vfioDevice: 'vfio0', uses: [] },
        capabilities: { pasid: null, ats: null, pri: null },
      },
    ],
    holders: [],
    files: [],
  };
}
