/** Devices on a variant of vfio-pci: the plan moves them to vfio-pci, the only driver whose devices attach PASIDs. */

import { isVariantDriver, VFIO_PCI } from '../linux/vfio-drivers.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { type Problem, problem } from './check.ts';
import type { Context } from './context.ts';

export function* onVariantDriver(context: Context): Iterable<Problem> {
  for (const { device, fn } of context.assigned) {
    if (!isVariantDriver(fn.driver)) continue;
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_VARIANT_DRIVER',
      message: `${device.name}: ${device.address} is on ${fn.driver}, whose devices attach no PASIDs; the plan moves it to ${VFIO_PCI}, without what ${fn.driver} adds.`,
      at: { origin: device.origin, key: 'address' },
      evidence: [{ source: `${pciFolder(device.address)}/driver`, value: fn.driver ?? '' }],
    });
  }
}
