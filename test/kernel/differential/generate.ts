/** The next operation of a random sequence. */

import { type Chooser, chooserOf } from './choose.ts';
import * as hwpt from './generate-hwpt.ts';
import * as ioas from './generate-ioas.ts';
import * as mock from './generate-mock.ts';
import * as viommu from './generate-viommu.ts';
import { idsOf, type Known } from './known.ts';
import type { Operation } from './operation.ts';
import type { Random } from './random.ts';

type Generator = (chooser: Chooser) => Operation;

const ANY_TIME: readonly (readonly [weight: number, generator: Generator])[] = [
  [3, ioas.ioasAlloc],
  [12, ioas.map],
  [5, ioas.mapFile],
  [6, ioas.copy],
  [8, ioas.unmap],
  [5, ioas.iovaRanges],
  [3, ioas.allowIovas],
  [4, ioas.option],
  [2, ioas.vfioIoas],
  [1, ioas.changeProcess],
  [1, ioas.physicalAddress],
  [2, ioas.addReserved],
  [4, ioas.checkMap],
  [9, hwpt.destroy],
  [18, hwpt.hwptAlloc],
  [3, hwpt.hwInfo],
  [6, hwpt.invalidate],
  [4, hwpt.checkIotlb],
  [4, hwpt.setDirtyTracking],
  [4, hwpt.getDirtyBitmap],
  [4, hwpt.markDirty],
  [4, mock.mockDomain],
  [8, mock.mockDomainReplace],
  [16, mock.pasidAttach],
  [9, mock.pasidReplace],
  [6, mock.pasidDetach],
  [5, mock.pasidCheck],
  [8, mock.triggerFault],
  [3, mock.triggerEvent],
  [2, mock.checkCache],
  [3, mock.faultQueueAlloc],
  [6, mock.readFile],
  [4, mock.writeFile],
  [3, mock.pollFile],
  [1, mock.mapIommufd],
  [3, mock.openOrClose],
  [3, viommu.viommuAlloc],
  [3, viommu.vdeviceAlloc],
  [3, viommu.veventqAlloc],
  [1, viommu.hwQueueAlloc],
];

/** A context with nothing in it refuses nearly everything for the same reason: first there is something. */
export function nextOperation(random: Random, known: Known): Operation {
  const chooser = chooserOf(random, known);
  return (foundation(chooser) ?? random.weighted(ANY_TIME))(chooser);
}

function foundation({ random, context }: Chooser): Generator | null {
  if (random.once(3) || context.slots.size === 0) return null;
  if (idsOf(context, 'ioas').length === 0) return ioas.ioasAlloc;
  if (idsOf(context, 'stdev').length === 0) return mock.mockDomain;
  if (idsOf(context, 'paging').length < 3) return hwpt.hwptAlloc;
  if (idsOf(context, 'fault').length === 0) return mock.faultQueueAlloc;
  return null;
}
