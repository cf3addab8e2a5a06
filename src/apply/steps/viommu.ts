/** The iommufd context of a vIOMMU, its devices and its memory. */

import type { HwInfo } from '../../kernel/kernel.ts';
import type { LiveDevice, LiveMemory } from '../../model/live.ts';
import { NO_PASID } from '../../model/pasid.ts';
import type { StepOf } from '../../steps/traits.ts';
import { hex } from '../../text/hex.ts';
import { pciFolder } from '../../text/pci-folder.ts';
import type { ApplyContext } from '../context.ts';
import { emptyViommu } from '../ledger.ts';
import { must, refusal, StepError, stopIfAborted } from '../step-error.ts';
import { detachPasids } from './pasids.ts';

/** An ioctl pins all its memory before it returns; between pieces of this size a signal can stop the run. */
const MAP_CHUNK_BYTES = 1n << 30n;

/** Undone by: closeViommu. */
export function openViommu({ viommu, pasid, nesting }: StepOf<'open-viommu'>, { kernel, ledger }: ApplyContext): void {
  if (ledger.viommus.has(viommu)) return;
  const iommufd = must(kernel.openIommufd(), 'open', '/dev/iommu');
  const ioas = kernel.allocIoas(iommufd);
  if (ioas < 0) kernel.close(iommufd);
  must(ioas, 'IOMMU_IOAS_ALLOC', viommu);
  ledger.viommus.set(viommu, emptyViommu({ name: viommu, pasid, nesting, iommufd, ioas }));
}

/**
 * Refuses while a device is bound: the device file would keep the iommufd context alive after its fd is closed. Undone by:
 * openViommu.
 */
export function closeViommu({ viommu }: StepOf<'close-viommu'>, { kernel, ledger }: ApplyContext): void {
  const held = ledger.viommus.get(viommu);
  if (held === undefined) return;
  const [left] = held.devices.keys();
  if (left !== undefined) throw new StepError(`vIOMMU ${viommu} cannot be closed: device ${left} is still bound`, {});
  must(kernel.destroy(held.iommufd, held.ioas), 'IOMMU_DESTROY', `IOAS of ${viommu}`);
  must(kernel.close(held.iommufd), 'close', `iommufd of ${viommu}`);
  ledger.viommus.delete(viommu);
}

/**
 * Bind a device and read how many PASIDs it can carry: where it has none, an attach succeeds and does nothing
 * (src/quirks.md Q1). The width of a device that is already bound is read too, since that call may be the one that failed.
 * Undone by: releaseDevice.
 */
export function bindDevice(step: StepOf<'bind-device'>, context: ApplyContext): void {
  const { kernel, ledger } = context;
  const { device, address, needPasidLog2 } = step;
  const viommu = ledger.viommu(step.viommu);
  const held = viommu.devices.get(device) ?? boundDevice(step, context);
  viommu.devices.set(device, held);
  const info: HwInfo = { type: 0, maxPasidLog2: 0, capabilities: 0n, cap: 0n, ecap: 0n };
  must(kernel.hwInfo(viommu.iommufd, held.handle, info), 'IOMMU_GET_HW_INFO', device);
  viommu.devices.set(device, { ...held, maxPasidLog2: info.maxPasidLog2 });
  if (info.maxPasidLog2 < needPasidLog2) {
    throw new StepError(
      `${device} (${address}) has PASIDs of ${info.maxPasidLog2} bits, and the bindings need ${needPasidLog2}`,
      { code: 'APPLY_PASID_TOO_NARROW' },
    );
  }
}

function boundDevice(step: StepOf<'bind-device'>, { kernel, tree, ledger }: ApplyContext): LiveDevice {
  const { device: name, address, unit } = step;
  const { iommufd, pasid } = ledger.viommu(step.viommu);
  const vfioDevice = tree.list(`${pciFolder(address)}/vfio-dev`)?.[0] ?? null;
  const handle = kernel.bindDevice(iommufd, { address, vfioDevice, pasid });
  if (typeof handle === 'number') throw refusal(handle, 'VFIO_DEVICE_BIND_IOMMUFD', `${name} (${address})`);
  return { name, address, unit, handle, ridAttached: false, ridOwner: 'spec', maxPasidLog2: 0 };
}

/**
 * PASIDs are still attached only when detaching them failed: VFIO detaches them when the device is closed, the mock leaks them
 * (src/quirks.md Q12). Undone by: bindDevice.
 */
export async function releaseDevice(step: StepOf<'release-device'>, context: ApplyContext): Promise<void> {
  const { kernel, ledger } = context;
  const viommu = ledger.viommus.get(step.viommu);
  const held = viommu?.devices.get(step.device);
  if (viommu === undefined || held === undefined) return;
  const last = viommu.bindings.get(step.device)?.ranges.at(-1)?.last ?? NO_PASID;
  if (last > NO_PASID) await detachPasids({ ...step, first: NO_PASID + 1, last }, context);
  must(kernel.releaseDevice(held.handle), 'close', `${step.device} (${step.address})`);
  viommu.devices.delete(step.device);
  viommu.bindings.delete(step.device);
}

/** Undone by: unmapMemory. */
export async function mapMemory(step: StepOf<'map-memory'>, context: ApplyContext): Promise<void> {
  const { kernel, ledger, signal } = context;
  const { file, offsetBytes, sizeBytes, guestAddress } = step.memory;
  const viommu = ledger.viommu(step.viommu);
  if (viommu.memory.has(guestAddress)) return;
  const fd = must(kernel.syscalls.open(file, 'read-write'), 'open', file);
  try {
    for (let done = 0n; done < sizeBytes; done += MAP_CHUNK_BYTES) {
      const lengthBytes = sizeBytes - done < MAP_CHUNK_BYTES ? sizeBytes - done : MAP_CHUNK_BYTES;
      const result = kernel.mapFile(viommu.iommufd, {
        ioas: viommu.ioas,
        file: fd,
        offsetBytes: offsetBytes + done,
        lengthBytes,
        iova: guestAddress + done,
      });
      must(result, 'IOMMU_IOAS_MAP_FILE', `${file} at ${hex(guestAddress + done)}`);
      // The ledger has only the mapped part, so that an undo unmaps exactly that.
      viommu.memory.set(guestAddress, { ...step.memory, sizeBytes: done + lengthBytes });
      await new Promise(setImmediate);
      stopIfAborted(signal);
    }
  } finally {
    kernel.close(fd);
  }
}

/** Undone by: mapMemory. */
export function unmapMemory(step: StepOf<'unmap-memory'>, { kernel, ledger }: ApplyContext): void {
  const viommu = ledger.viommus.get(step.viommu);
  const held: LiveMemory | undefined = viommu?.memory.get(step.memory.guestAddress);
  if (viommu === undefined || held === undefined) return;
  const { guestAddress, sizeBytes, file } = held;
  must(kernel.unmap(viommu.iommufd, viommu.ioas, guestAddress, sizeBytes), 'IOMMU_IOAS_UNMAP', file);
  viommu.memory.delete(guestAddress);
}
