/** One device of the spec. */

import { parseBdf } from '../../model/bdf.ts';
import type { WrittenDevice, WrittenIdentity } from '../generated/written-spec.ts';
import { below } from '../problem.ts';
import type { DraftDevice } from './draft.ts';
import { choice, type Entry, entry, text } from './fields.ts';
import { parseId16 } from './scalars.ts';

/** `null` when it has no name or no address. */
export function normalizeDevice(device: Entry<WrittenDevice>): DraftDevice | null {
  const name = text(device, 'name');
  const address = parseBdf(text(device, 'address') ?? '');
  if (name === null || address === null) return null;
  const expect = entry<WrittenIdentity>(device.fields.expect, below(device.origin, 'expect'))?.fields;
  return {
    name,
    address,
    expect: { vendor: parseId16(expect?.vendor), device: parseId16(expect?.device) },
    release: choice(device, 'release', { allowed: ['restore', 'keep'], fallback: 'restore' }),
    virtualFunctions: vfsOf(device.fields.virtualFunctions),
    origin: device.origin,
  };
}

function vfsOf(written: unknown): number | null {
  return typeof written === 'number' && Number.isInteger(written) && written >= 1 ? written : null;
}
