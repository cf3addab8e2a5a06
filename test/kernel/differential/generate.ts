/** The next operation of a random sequence. */

import { type Chooser, chooserOf } from './choose.ts';
import * as dirty from './generate-dirty.ts';
import * as files from './generate-files.ts';
import * as hwpt from './generate-hwpt.ts';
import * as ioas from './generate-ioas.ts';
import * as mock from './generate-mock.ts';
import * as viommu from './generate-viommu.ts';
import { idsOf, type Kind, type Known } from './known.ts';
import type { Operation } from './operation.ts';
import type { Random } from './random.ts';

type Generator = (chooser: Chooser) => Operation;

interface Entry {
  readonly generator: Generator;
  /** Without one of these it is refused for a dull reason. */
  readonly needs: readonly Kind[];
}

function entry(weight: number, generator: Generator, ...needs: readonly Kind[]): readonly [number, Entry] {
  return [weight, { generator, needs }];
}

const ANY_TIME: readonly (readonly [weight: number, entry: Entry])[] = [
  entry(3, ioas.ioasAlloc),
  entry(14, ioas.map, 'ioas'),
  entry(5, ioas.mapFile, 'ioas'),
  entry(6, ioas.copy, 'ioas'),
  entry(8, ioas.unmap, 'ioas'),
  entry(5, ioas.iovaRanges, 'ioas'),
  entry(3, ioas.allowIovas, 'ioas'),
  entry(4, ioas.option),
  entry(2, ioas.vfioIoas),
  entry(1, ioas.changeProcess),
  entry(1, ioas.physicalAddress),
  entry(1, ioas.addReserved, 'ioas'),
  entry(4, ioas.checkMap, 'paging'),
  entry(8, hwpt.destroy),
  entry(18, hwpt.hwptAlloc, 'device'),
  entry(3, hwpt.hwInfo, 'device'),
  entry(6, hwpt.invalidate, 'nested', 'viommu'),
  entry(4, hwpt.checkIotlb, 'nested'),
  entry(5, dirty.setDirtyTracking, 'paging'),
  entry(5, dirty.getDirtyBitmap, 'paging'),
  entry(5, dirty.markDirty, 'paging'),
  entry(4, mock.mockDomain, 'ioas'),
  entry(10, mock.mockDomainReplace, 'stdev'),
  entry(16, mock.pasidAttach, 'stdev'),
  entry(9, mock.pasidReplace, 'stdev'),
  entry(6, mock.pasidDetach, 'stdev'),
  entry(5, mock.pasidCheck, 'stdev'),
  entry(8, mock.triggerFault, 'fault'),
  entry(6, mock.triggerEvent, 'veventq'),
  entry(2, mock.checkCache, 'vdevice'),
  entry(3, files.faultQueueAlloc),
  entry(6, files.readFile, 'fault', 'veventq'),
  entry(4, files.writeFile, 'fault'),
  entry(3, files.pollFile, 'fault', 'veventq'),
  entry(1, files.mapIommufd),
  entry(3, files.openOrClose),
  entry(4, viommu.viommuAlloc, 'paging'),
  entry(5, viommu.vdeviceAlloc, 'viommu'),
  entry(5, viommu.veventqAlloc, 'viommu'),
  entry(1, viommu.hwQueueAlloc),
];

/** A context with nothing in it refuses nearly everything for the same reason: first there is something. */
export function nextOperation(random: Random, known: Known): Operation {
  const chooser = chooserOf(random, known);
  const step = random.once(14) ? viommu.eventStep(chooser) : null;
  return step ?? (foundation(chooser) ?? anyTime(chooser))(chooser);
}

function anyTime({ random, context }: Chooser): Generator {
  for (;;) {
    const { generator, needs } = random.weighted(ANY_TIME);
    if (needs.length === 0 || idsOf(context, ...needs).length > 0 || random.once(8)) return generator;
  }
}

function foundation(chooser: Chooser): Generator | null {
  const { random, context } = chooser;
  if (random.once(3) || context.slots.size === 0) return null;
  if (idsOf(context, 'ioas').length === 0) return ioas.ioasAlloc;
  if (idsOf(context, 'stdev').length === 0) return mock.mockDomain;
  if (idsOf(context, 'paging').length < 3) return hwpt.hwptAlloc;
  if (idsOf(context, 'fault').length === 0) return files.faultQueueAlloc;
  if (random.once(12)) return mock.makeRidCompatible;
  return null;
}
