/** The vIOMMU engine on the real iommufd with two devices of the kernel's mock, and what the kernel says about its work. */

import { BugError, known } from '../../../src/assert.ts';
import { createScriptMemory } from '../../../src/guest/script-memory.ts';
import { invalidationBatch } from '../../../src/kernel/invalidation-batch.ts';
import { valueOrThrow } from '../../../src/kernel/kernel-error.ts';
import { openLibc } from '../../../src/kernel/libc.ts';
import { selftestKernel } from '../../../src/kernel/selftest-kernel.ts';
import { parseBdf } from '../../../src/model/bdf.ts';
import type { DeviceHandle } from '../../../src/model/live.ts';
import { createEngine, type Engine } from '../../../src/viommu/engine.ts';
import { kernelHost } from '../../../src/viommu/host/kernel-host.ts';
import type { EngineOptions } from '../../../src/viommu/state/engine-state.ts';
import type { TakePageRequest } from '../../../src/viommu/state/held-queue.ts';
import type { HostOps } from '../../../src/viommu/state/host-ops.ts';
import { type GuestTables, guestTables } from '../../viommu/guest-tables.ts';

export const NAMES = ['A', 'B'] as const;

export interface RigOptions {
  readonly engine: EngineOptions;
  /** Calls that it changes never reach the kernel. */
  readonly host?: (host: HostOps) => HostOps;
  readonly report: (code: string) => void;
  readonly guestQueue: TakePageRequest;
}

export interface EngineRig {
  readonly engine: Engine;
  readonly tables: GuestTables;
  readonly iommufd: number;
  readonly parent: number;
  /** In the order of the names; 5 and 6 are their places on bus 0. */
  readonly handles: readonly DeviceHandle[];
  /**
   * PASIDs of which the kernel says something else than the engine.
   *
   * @param idle  what an RID without a binding is on; 0: nothing
   */
  disagreements(pasids: readonly number[], idle: number): readonly string[];
  /** Everything that was made, taken down again. @throws KernelError when something is left: EBUSY */
  takeDown(): void;
}

export const libc = openLibc();
const kernel = selftestKernel(libc);

export function engineRig({ engine: options, host = (same) => same, report, guestQueue }: RigOptions): EngineRig {
  const iommufd = valueOrThrow(kernel.openIommufd(), 'open', '/dev/iommu');
  const ioas = valueOrThrow(kernel.allocIoas(iommufd), 'IOMMU_IOAS_ALLOC', 'engine');
  const handles = NAMES.map((_, index) => bindMock(iommufd, index));
  const { devId } = known(handles[0], 'a device');
  const request = { devId, ioas, nesting: true, pasid: true };
  const parent = valueOrThrow(kernel.allocNestParent(iommufd, request), 'IOMMU_HWPT_ALLOC', 'nest parent');
  for (const handle of handles) valueOrThrow(kernel.attach(handle, 0, parent), 'attach', 'RID');
  const memory = createScriptMemory([{ guestAddress: 0n, bytes: 1n << 30n }]);
  const devices = handles.map((handle) => ({ handle, parent }));
  const engine = createEngine({
    options,
    devices: NAMES.map((name, index) => ({
      name,
      bus: 0,
      devfn: (5 + index) << 3,
      unit: 0,
      host: { nesting: true, fiveLevels: false, supervisor: true, extendedAccess: true },
      maxPasidLog2: 20,
      pageRequests: true,
      parent,
      parentTakesPasids: true,
    })),
    memory,
    host: host(kernelHost({ kernel, iommufd, pasid: true, devices, batch: invalidationBatch(64) })),
    report: ({ code }) => report(code),
    guestQueue,
  });
  return {
    ...{ engine, tables: guestTables(memory), iommufd, parent, handles },
    disagreements: (pasids, idle) => disagreements({ engine, handles }, pasids, idle),
    takeDown() {
      for (const name of NAMES) engine.unplug(name);
      for (const handle of handles) {
        valueOrThrow(kernel.detach(handle, 0), 'detach', 'RID');
        valueOrThrow(kernel.releaseDevice(handle), 'release', 'mock device');
      }
      // EBUSY where a first stage is left over it.
      valueOrThrow(kernel.destroy(iommufd, parent), 'IOMMU_DESTROY', 'nest parent');
      valueOrThrow(kernel.destroy(iommufd, ioas), 'IOMMU_DESTROY', 'ioas');
      valueOrThrow(kernel.close(iommufd), 'close', 'iommufd');
    },
  };
}

function bindMock(iommufd: number, index: number): DeviceHandle {
  const address = known(parseBdf(`0000:00:0${5 + index}.0`) ?? undefined, 'an address');
  const handle = kernel.bindDevice(iommufd, { address, vfioDevice: null, pasid: true });
  if (typeof handle === 'number') throw new BugError(`the mock gave no device: ${handle}`);
  return handle;
}

function disagreements(
  { engine, handles }: Pick<EngineRig, 'engine' | 'handles'>,
  pasids: readonly number[],
  idle: number,
): readonly string[] {
  const bindings = [...engine.bindings()];
  return NAMES.flatMap((name, index) =>
    pasids.flatMap((pasid) => {
      const found = bindings.find((one) => one.device.name === name && one.pasid === pasid);
      const hwpt = found === undefined && pasid === 0 ? idle : (found?.hwpt ?? 0);
      const said = kernel.witness(known(handles[index], name), pasid, hwpt);
      return said === 'yes' ? [] : [`${name} ${pasid}: ${hwpt}, ${said}`];
    }),
  );
}
