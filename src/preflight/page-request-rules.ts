/** Shared virtual memory needs page requests: ATS and PRI in the device and its unit, and both switched on. */

import type { Evidence } from '../diagnostics/finding.ts';
import { wordsOf } from '../linux/command-line.ts';
import { hasNoAts } from '../linux/kernel-words.ts';
import { enablesAtProbe } from '../linux/release.ts';
import type { PciCapabilities } from '../model/host.ts';
import { decodeEcap } from '../vtd/capability.ts';
import { afterReboot, bootWithout } from './boot-fix.ts';
import { type Problem, problem } from './check.ts';
import type { Assigned, Context } from './context.ts';

export function* noPageRequests(context: Context): Iterable<Problem> {
  for (const assigned of sharing(context)) {
    const lacks = lackOf(assigned);
    if (lacks.length > 0) {
      yield problem(context, {
        ...partsOf(assigned),
        code: 'HOST_NO_PAGE_REQUESTS',
        message: `${needOf(assigned)}, but ${lacks.join(', ')}.`,
      });
    }
  }
}

export function* pageRequestsOff(context: Context): Iterable<Problem> {
  for (const assigned of sharing(context)) {
    const { capabilities } = assigned.fn;
    if (capabilities === 'unknown' || lackOf(assigned).length > 0) continue;
    const off = offWords(capabilities, assigned, context);
    if (off === null) continue;
    const settled = enablesAtProbe(context.host.kernel.release) === true;
    yield problem(context, {
      ...partsOf(assigned),
      code: settled ? 'HOST_PAGE_REQUESTS_OFF' : 'HOST_SWITCHES_UNKNOWN',
      unknown: !settled,
      message: `${needOf(assigned)}, but ${off}.`,
      evidence: evidenceOf(assigned),
      ...fixOf(assigned, context),
    });
  }
}

export function pageRequestEvidence(context: Context): readonly Evidence[] {
  return sharing(context).flatMap(evidenceOf);
}

function sharing({ assigned }: Context): readonly Assigned[] {
  return assigned.filter(
    ({ viommu, unit, fn }) => viommu?.svm === true && unit !== null && fn.capabilities !== 'unknown',
  );
}

function needOf({ viommu, device }: Assigned): string {
  return `${viommu?.name ?? device.name}: \`svm: true\` needs page requests for ${device.name}`;
}

function partsOf({ viommu, device }: Assigned): Pick<Parameters<typeof problem>[1], 'at' | 'devices'> {
  return { at: viommu === null ? null : { origin: viommu.origin, key: 'svm' }, devices: [device.name] };
}

function lackOf({ device, fn, unit }: Assigned): readonly string[] {
  if (unit === null || fn.capabilities === 'unknown') return [];
  const { deviceTlb, pageRequests } = decodeEcap(unit.ecap);
  return [
    ...(fn.capabilities.ats === null ? [`${device.address} has no ATS`] : []),
    ...(fn.capabilities.pri === null ? [`${device.address} has no PRI`] : []),
    // iommufd gives a fault queue to no VF whose PF has PRI: EINVAL. Source: iommufd/eventq.c iommufd_fault_iopf_enable.
    ...(fn.physicalFunction !== null && fn.capabilities.pri !== null
      ? [`${device.address} is a VF, whose page requests its PF ${fn.physicalFunction} receives`]
      : []),
    ...(deviceTlb ? [] : [`${unit.name} has no device TLBs (ECAP.DT)`]),
    ...(pageRequests ? [] : [`${unit.name} has no page requests (ECAP.PRS, PDS)`]),
  ];
}

/** Completes “…, but …”; `null` when both are on. Without ATS the kernel leaves PRI off too. */
function offWords({ ats, pri }: PciCapabilities, { device }: Assigned, { host }: Context): string | null {
  if (isOn(ats) && isOn(pri)) return null;
  if (isOn(ats)) {
    return `PRI of ${device.address} is off: ${priCause(pri?.responsePasid ?? null)}`;
  }
  const cause = hasNoAts(host.kernel.commandLine)
    ? 'the kernel was booted with `pci=noats`'
    : 'the kernel leaves it off below an external port, where the firmware’s tables (ATSR, SATC) do not list the device, and for devices with faults';
  return `ATS of ${device.address} is off, and with it PRI: ${cause}`;
}

/** Source: drivers/iommu/intel/iommu.c iommu_enable_pci_pri (7.3). */
function priCause(responsePasid: boolean | null): string {
  const leaves = 'the kernel leaves it off for a device with PASIDs whose page responses carry none';
  switch (responsePasid) {
    case false:
      return `its PRG Response PASID Required is 0, and ${leaves}`;
    case true:
      return 'nothing that could be read explains it (its PRG Response PASID Required is 1)';
    case null:
      return `${leaves}, and whether this is one (PRG Response PASID Required) was not recorded`;
  }
}

function isOn(capability: { readonly enabled: boolean } | null): boolean {
  return capability?.enabled === true;
}

function evidenceOf({ fn }: Assigned): readonly Evidence[] {
  if (fn.capabilities === 'unknown') return [];
  const { ats, pri } = fn.capabilities;
  const bit = (capability: typeof ats | typeof pri): string => (isOn(capability) ? 'Enable 1' : 'Enable 0');
  return [
    { source: `ATS control of ${fn.address} (capability 0x0f + 6)`, value: ats === null ? 'no ATS' : bit(ats) },
    {
      source: `page request control of ${fn.physicalFunction ?? fn.address} (capability 0x13 + 4)`,
      value: pri === null ? 'no PRI' : bit(pri),
    },
    ...(pri === null || pri.responsePasid === null
      ? []
      : [
          {
            source: `page request status of ${fn.physicalFunction ?? fn.address} (capability 0x13 + 6)`,
            value: `PRG Response PASID Required ${pri.responsePasid ? 1 : 0}`,
          },
        ]),
  ];
}

function fixOf({ fn }: Assigned, { host }: Context): Pick<Parameters<typeof problem>[1], 'fix' | 'advice' | 'confirm'> {
  const confirm = `sudo lspci -vvs ${fn.address} | grep -E 'ATSCtl|PRICtl'`;
  const { commandLine } = host.kernel;
  if (!hasNoAts(commandLine)) return { confirm };
  const words = wordsOf(commandLine).filter((word) => word.startsWith('pci=') && hasNoAts(word));
  const [word] = words;
  const named = word ?? 'pci=noats';
  const advice = `Boot without ${named === 'pci=noats' ? '' : '`noats` in '}\`${named}\`, or set \`svm: false\`.`;
  // More than one, or one that a shell would read otherwise, must be changed by hand.
  if (word === undefined || words.length > 1 || !/^[\w=,.:@;-]{1,256}$/.test(word)) return { confirm, advice };
  const others = word
    .slice('pci='.length)
    .split(',')
    .filter((one) => one !== 'noats');
  const fix = bootWithout(host.kernel, word, others.length === 0 ? '' : `pci=${others.join(',')}`);
  return { confirm: afterReboot(confirm), advice, fix };
}
