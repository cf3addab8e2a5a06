/**
 * hidden-holder VFIO-DEVICE
 *
 * Holds a vfio device by a mapping of its first BAR alone: no file descriptor is left that /proc would show. Says `hidden`,
 * and lets go when it ends.
 */

import { BugError } from '../../../src/assert.ts';
import { valueOrThrow } from '../../../src/kernel/kernel-error.ts';
import { openLibc } from '../../../src/kernel/libc.ts';
import { vfioKernel } from '../../../src/kernel/vfio-kernel.ts';
import { joinBdf } from '../../../src/model/bdf.ts';

const BAR_BYTES = 4096;

const libc = openLibc();
const kernel = vfioKernel(libc, 'kernel');
const iommufd = valueOrThrow(kernel.openIommufd(), 'open', '/dev/iommu');
// The adapter goes by the device file alone.
const address = joinBdf({ segment: 0, bus: 0, device: 0, fn: 0 });
const device = kernel.bindDevice(iommufd, { address, vfioDevice: process.argv[2] ?? null, pasid: false });
if (typeof device === 'number' || device.kind !== 'vfio') throw new BugError(`the device cannot be bound: ${device}`);
const bar = libc.mmap({ lengthBytes: BAR_BYTES, protection: 'read', sharing: 'shared', fd: device.fd });
if (bar < 0n) throw new BugError(`the BAR cannot be mapped: ${bar}`);
valueOrThrow(libc.close(device.fd), 'close', 'device');
valueOrThrow(libc.close(iommufd), 'close', 'iommufd');
console.log('hidden');
setInterval(() => {}, 60_000);
