/**
 * Mock devices: made with their RID attached, and replaced. Source: iommufd/selftest.c iommufd_test_mock_domain,
 * iommufd_test_mock_domain_replace (7.3).
 */

import {
  IOMMU_TEST_OP,
  MOCK,
  MOCK_FLAGS_DEVICE,
  test_mock_domain,
  test_mock_domain_replace,
} from '../../../uapi/selftest.ts';
import { FAIL } from '../../state/fail.ts';
import { addDevice, deviceOf, removeDevice } from '../../state/groups.ts';
import { allocObject, freeObject, hideObject, KIND, publishObject } from '../../state/object-table.ts';
import type { Context } from '../../state/world.ts';
import { attachTarget, type Place } from '../attach-target.ts';
import type { Command } from '../command.ts';
import { destroyObject } from './destroy.ts';

const { offset } = test_mock_domain;
const REPLACE = test_mock_domain_replace.offset;
const KNOWN_FLAGS = MOCK_FLAGS_DEVICE.NO_DIRTY | MOCK_FLAGS_DEVICE.PASID;

/** Ids in the order stdev, device, automatic HWPT. Undone by: IOMMU_DESTROY of the stdev, after all PASIDs. */
export function mockDomain({ memory, context, view, respond }: Command): number {
  const withFlags = view.getUint32(offset.op, true) === IOMMU_TEST_OP.MOCK_DOMAIN_FLAGS;
  const flags = withFlags ? view.getUint32(offset.dev_flags, true) : 0;
  if ((flags & ~KNOWN_FLAGS) !== 0) return FAIL.EINVAL;
  const { objects } = context;
  const stdev = allocObject(objects, KIND.stdev);
  hideObject(objects, stdev);
  const place = newPlace({ memory, context }, stdev, flags);
  if (place === null) return FAIL.ENOMEM;
  const hwpt = attachTarget(place, view.getUint32(offset.id, true), 'bare');
  if (hwpt < 0) {
    removeDevice(context, place.device);
    freeObject(objects, stdev);
    return hwpt;
  }
  publishObject(objects, stdev, KIND.stdev);
  objects.details.set(stdev, { kind: 'stdev', device: place.device.id });
  view.setUint32(offset.out_stdev_id, stdev, true);
  view.setUint32(offset.out_hwpt_id, hwpt, true);
  view.setUint32(offset.out_idev_id, place.device.id, true);
  const result = respond();
  if (result < 0) destroyObject(memory.world, context, stdev);
  return result;
}

/** Each mock device is a group of its own. */
function newPlace(
  { memory, context }: Pick<Command, 'memory' | 'context'>,
  stdev: number,
  flags: number,
): Place | null {
  const maxPasids = (flags & MOCK_FLAGS_DEVICE.PASID) === 0 ? 1 : MOCK.PASID_LIMIT;
  const key = `mock:${stdev}`;
  const device = addDevice(context, {
    driver: 'mock',
    group: key,
    address: null,
    unit: null,
    maxPasids,
    pasidLimit: maxPasids,
    noDirty: (flags & MOCK_FLAGS_DEVICE.NO_DIRTY) !== 0,
  });
  const group = context.groups.get(key);
  return device === null || group === undefined ? null : { memory, context, device, group, pasid: 0 };
}

/** Undone by: the same operation with the former HWPT. */
export function mockDomainReplace({ memory, context, view, respond }: Command): number {
  const place = stdevPlace({ memory, context }, view.getUint32(REPLACE.id, true), 0);
  if (place === null) return FAIL.ENOENT;
  const hwpt = attachTarget(place, view.getUint32(REPLACE.pt_id, true), 'replace');
  if (hwpt < 0) return hwpt;
  view.setUint32(REPLACE.pt_id, hwpt, true);
  return respond();
}

/** The device behind a stdev id; `null` for a missing id and for one of another kind. */
export function stdevPlace(
  { memory, context }: Pick<Command, 'memory' | 'context'>,
  id: number,
  pasid: number,
): Place | null {
  const device = stdevDevice(context, id);
  const group = device === null ? undefined : context.groups.get(device.group);
  return device === null || group === undefined ? null : { memory, context, device, group, pasid };
}

function stdevDevice(context: Context, id: number): Place['device'] | null {
  const detail = context.objects.details.get(id);
  return detail?.kind === 'stdev' ? deviceOf(context, detail.device) : null;
}
