/** Rules about devices and the vIOMMUs that list them. */

import { groupBy } from '../../model/group-by.ts';
import type { DeviceSpec } from '../../model/spec.ts';
import { count } from '../../text/amounts.ts';
import { hex } from '../../text/hex.ts';
import type { Draft, Membership } from '../normalize/draft.ts';
import { below, type Place, type Problem } from '../problem.ts';
import { didYouMean } from './did-you-mean.ts';
import { at, type RuleContext } from './rule.ts';

/** One PCI function has one driver, so two devices cannot share an address. */
export function* duplicateAddress({ draft, where }: RuleContext): Generator<Problem> {
  const first = new Map<string, DeviceSpec>();
  for (const device of draft.devices) {
    const earlier = first.get(device.address);
    first.set(device.address, earlier ?? device);
    // A device that is listed twice is reported for its name.
    if (earlier === undefined || earlier.name === device.name) continue;
    const other = at(earlier, 'address');
    const message = `The device ${device.name} has the same address, ${device.address}, as ${earlier.name} at ${where(other)}.`;
    yield { code: 'SPEC_DUPLICATE_ADDRESS', message, at: at(device, 'address'), basis: [other] };
  }
}

/** `vendor: 8086` is 0x1f96, so the identity guard would refuse a device of vendor 0x8086. */
export function* decimalId({ draft, written }: RuleContext): Generator<Problem> {
  for (const { name, expect, origin } of draft.devices) {
    for (const key of ['vendor', 'device'] as const) {
      const id = expect[key];
      const place = { origin: below(origin, 'expect'), key };
      const digits = id === null ? null : written(place);
      if (id === null || digits === null || !/^[0-9]{4}$/.test(digits)) continue;
      const message = `\`${key}: ${digits}\` of ${name} is decimal and means ${hex(id, 4)}.`;
      const advice = `Write 0x${digits} if the number is meant to be hexadecimal, as \`lspci -n\` prints it.`;
      yield { code: 'SPEC_DECIMAL_ID', message, advice, at: place };
    }
  }
}

/** Once for each unknown name, at its first use: one line in `devices`, or one corrected name, may be all that it takes. */
export function* unknownDevice({ draft, where }: RuleContext): Generator<Problem> {
  if (!draft.complete) return;
  const known = new Set(draft.deviceNames.map(({ name }) => name));
  for (const [device, uses] of groupBy(usesOf(draft), (use) => use.device)) {
    const [first, second] = uses;
    if (first === undefined || known.has(device)) continue;
    const others =
      second === undefined ? '' : `; it is used ${count(uses.length - 1, 'time')} more, next at ${where(second.at)}`;
    const message = `${first.words} the device ${device}, which \`devices\` does not list${others}.`;
    yield { code: 'SPEC_UNKNOWN_DEVICE', message, at: first.at, ...didYouMean(device, known) };
  }
}

interface Use {
  readonly device: string;
  readonly at: Place;
  readonly words: string;
}

function usesOf({ memberships, bindings }: Draft): readonly Use[] {
  return [
    ...memberships.map(({ viommu, device, at: place }) => ({ device, at: place, words: `The vIOMMU ${viommu} lists` })),
    ...bindings.map((binding) => ({ device: binding.device, at: at(binding, 'device'), words: 'The binding is for' })),
  ];
}

/** A device is bound to one iommufd: VFIO_DEVICE_BIND_IOMMUFD works once per open device. */
export function* deviceInTwoViommus({ draft, where }: RuleContext): Generator<Problem> {
  const first = new Map<string, Membership>();
  for (const membership of draft.memberships) {
    const { device, viommu, viommuOrigin, at: place } = membership;
    const earlier = first.get(device);
    first.set(device, earlier ?? membership);
    if (earlier === undefined) continue;
    const other = where(earlier.at);
    const message =
      earlier.viommuOrigin === viommuOrigin
        ? `The vIOMMU ${viommu} lists the device ${device} twice, first at ${other}.`
        : `The device ${device} is in the vIOMMU ${viommu} and, at ${other}, in ${earlier.viommu}.`;
    yield { code: 'SPEC_DEVICE_IN_TWO_VIOMMUS', message, at: place, basis: [earlier.at] };
  }
}
