/** Random operations on mock devices: making, attaching, faults. */

import * as uapi from '../../../src/uapi/iommufd.ts';
import {
  MOCK,
  MOCK_FLAGS_DEVICE,
  test_dev_check_cache,
  test_mock_domain,
  test_mock_domain_replace,
  test_pasid_attach,
  test_pasid_check_hwpt,
  test_pasid_detach,
  test_trigger_iopf,
  test_trigger_vevent,
} from '../../../src/uapi/selftest.ts';
import { testOf } from './build-ioctl.ts';
import { type Chooser, hwptWith, id, pasid } from './choose.ts';
import type { IoctlOperation } from './operation.ts';

const PASID_FLAG = uapi.IOMMU_HWPT_ALLOC_FLAG.PASID;

export function mockDomain(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  const { NO_DIRTY, PASID } = MOCK_FLAGS_DEVICE;
  return testOf(
    random,
    { fd, name: random.once(8) ? 'MOCK_DOMAIN' : 'MOCK_DOMAIN_FLAGS' },
    {
      struct: test_mock_domain,
      values: {
        id: random.once(3) ? id(chooser, 'paging') : id(chooser, 'ioas'),
        dev_flags: random.once(30)
          ? random.pick([2, 8])
          : random.pick([PASID, PASID, PASID, PASID, 0, NO_DIRTY, PASID | NO_DIRTY]),
      },
    },
  );
}

export function mockDomainReplace(
  chooser: Chooser,
  wanted?: { readonly id: number; readonly pt_id: number },
): IoctlOperation {
  return testOf(
    chooser.random,
    { fd: chooser.fd, name: 'MOCK_DOMAIN_REPLACE' },
    {
      struct: test_mock_domain_replace,
      values: wanted ?? { id: id(chooser, 'stdev'), pt_id: target(chooser) },
    },
  );
}

/** PASIDs can be attached only where the RID is on a HWPT with the PASID flag. */
export function makeRidCompatible(chooser: Chooser): IoctlOperation {
  return mockDomainReplace(chooser, {
    id: id(chooser, 'stdev'),
    pt_id: hwptWith(chooser, PASID_FLAG, 'paging', 'nested'),
  });
}

/** What a device may be attached to. */
function target(chooser: Chooser): number {
  const { random } = chooser;
  if (random.once(8)) return id(chooser, 'ioas');
  return random.once(4) ? id(chooser, 'paging', 'nested') : hwptWith(chooser, PASID_FLAG, 'paging', 'nested');
}

export function pasidAttach(chooser: Chooser): IoctlOperation {
  return testOf(
    chooser.random,
    { fd: chooser.fd, name: 'PASID_ATTACH' },
    {
      struct: test_pasid_attach,
      values: { id: id(chooser, 'stdev'), pasid: pasid(chooser), pt_id: target(chooser) },
    },
  );
}

export function pasidReplace(chooser: Chooser): IoctlOperation {
  return testOf(
    chooser.random,
    { fd: chooser.fd, name: 'PASID_REPLACE' },
    {
      struct: test_pasid_attach,
      values: { ...attachedPlace(chooser), pt_id: target(chooser) },
    },
  );
}

export function pasidDetach(chooser: Chooser): IoctlOperation {
  return testOf(
    chooser.random,
    { fd: chooser.fd, name: 'PASID_DETACH' },
    {
      struct: test_pasid_detach,
      values: attachedPlace(chooser),
    },
  );
}

export function pasidCheck(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  return testOf(
    random,
    { fd, name: 'PASID_CHECK_HWPT' },
    {
      struct: test_pasid_check_hwpt,
      values: { ...attachedPlace(chooser), hwpt_id: random.once(5) ? 0 : attachedOrAny(chooser) },
    },
  );
}

function attachedOrAny(chooser: Chooser): number {
  const there = [...chooser.context.attached.values()].filter((hwpt) => hwpt !== 'unknown');
  return there.length === 0 || chooser.random.once(2) ? id(chooser, 'paging', 'nested') : chooser.random.pick(there);
}

/** Where something is attached, mostly. */
function attachedPlace(chooser: Chooser): { id: number; pasid: number } {
  const { random, context } = chooser;
  const places = [...context.attached.keys()];
  if (places.length === 0 || random.once(5)) return { id: id(chooser, 'stdev'), pasid: pasid(chooser) };
  const [stdev = 0, at = 0] = random.pick(places).split(':').map(Number);
  return { id: stdev, pasid: at };
}

export function triggerFault(chooser: Chooser): IoctlOperation {
  const { random, fd, context } = chooser;
  const faulty = [...context.attached].filter(([, hwpt]) => hwpt !== 'unknown' && context.faulty.has(hwpt));
  const [stdev = 0, at = 0] =
    faulty.length === 0 || random.once(6) ? [] : random.pick(faulty)[0].split(':').map(Number);
  const device = [...context.stdevOf].find(([, other]) => other === stdev)?.[0];
  return testOf(
    random,
    { fd, name: 'TRIGGER_IOPF' },
    {
      struct: test_trigger_iopf,
      values: {
        idev: device ?? id(chooser, 'device'),
        pasid: device === undefined || random.once(8) ? pasid(chooser) : at,
        grpid: random.below(512),
        perm: random.below(16),
        addr: BigInt(random.below(2 ** 31)) * 4096n + BigInt(random.below(2)),
      },
    },
  );
}

export function triggerEvent(chooser: Chooser): IoctlOperation {
  const values = { idev: id(chooser, 'device') };
  return testOf(chooser.random, { fd: chooser.fd, name: 'TRIGGER_VEVENT' }, { struct: test_trigger_vevent, values });
}

export function checkCache(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  return testOf(
    random,
    { fd, name: 'DEV_CHECK_CACHE' },
    {
      struct: test_dev_check_cache,
      values: { id: id(chooser, 'device'), index: random.below(5), cache: random.pick([0, MOCK.DEV_CACHE_DEFAULT]) },
    },
  );
}
