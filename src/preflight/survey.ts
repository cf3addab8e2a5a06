/** A spec that nobody wrote: one PASID with a first stage for every device that could have PASIDs. */

import type { AlikeVfs } from '../diagnostics/diagnosis.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { hasBridgeHeader } from '../linux/pci-header.ts';
import { groupBy } from '../model/group-by.ts';
import type { Host, PciFunction } from '../model/host.ts';
import { NO_SOURCES, type Origin } from '../model/source.ts';
import { type BindingSpec, type DeviceSpec, EMPTY_SPEC, type Spec, type ViommuSpec } from '../model/spec.ts';
import { count } from '../text/amounts.ts';
import { decodeEcap } from '../vtd/capability.ts';
import { type ProblemParts, problem } from './check.ts';
import { listed } from './context.ts';
import { findingOf, noteOf } from './findings.ts';

/** VFs of one PF that are asked about; the others are like them. */
const VFS = 2;
/** Functions that are asked about where nothing is known of any: they show how far the chain can be seen. */
const UNREAD = 2;

export interface Survey {
  readonly spec: Spec;
  readonly alike: readonly AlikeVfs[];
  /** Why nothing, or nothing for certain, was asked about; where there are devices with PASIDs, which of them go only together. */
  readonly findings: readonly Finding[];
}

export function surveyOf(host: Host): Survey {
  const able = host.functions.filter(({ capabilities }) => capabilities !== 'unknown' && capabilities.pasid !== null);
  if (able.length > 0) return { ...withoutAlike(able), findings: onlyTogether(able) };
  const unread = host.functions.filter((fn) => fn.capabilities === 'unknown' && !hasBridgeHeader(fn));
  const asked = unread.toSorted((a, b) => likelihood(b, host) - likelihood(a, host)).slice(0, UNREAD);
  return {
    spec: specFor(asked),
    alike: [],
    findings: [unread.length > 0 ? unreadFinding(unread, host) : noneFinding(host)],
  };
}

/** Base classes of accelerators: DSA and IAA are system peripherals, QAT is a co-processor. Source: linux/pci_ids.h (7.3). */
const ACCELERATORS: ReadonlySet<number> = new Set([0x08, 0x0b, 0x12]);

/** How likely a function is to have PASIDs that can be used. */
function likelihood({ unit, classCode }: PciFunction, { units }: Host): number {
  const ecap = units.find(({ name, version }) => name === unit && version !== null)?.ecap ?? null;
  const scalable = ecap !== null && decodeEcap(ecap).scalableMode ? 4 : 0;
  return scalable + (ecap === null ? 0 : 2) + (ACCELERATORS.has(classCode >> 16) ? 1 : 0);
}

function withoutAlike(able: readonly PciFunction[]): Pick<Survey, 'spec' | 'alike'> {
  const families = groupBy(able, ({ physicalFunction }) => physicalFunction);
  const left = new Set(
    [...families].flatMap(([parent, vfs]) => (parent === null || vfs.length <= VFS + 1 ? [] : vfs.slice(VFS))),
  );
  const alike = [...families].flatMap(([parent, vfs]) => {
    const others = vfs.filter((fn) => left.has(fn)).length;
    return parent === null || others === 0 ? [] : [{ physicalFunction: parent, others }];
  });
  return { spec: specFor(able.filter((fn) => !left.has(fn))), alike };
}

/** Each is asked about as if all of its group were taken. */
function onlyTogether(able: readonly PciFunction[]): readonly Finding[] {
  return [...groupBy(able, ({ group }) => group)].flatMap(([group, members]) => {
    if (group === null || members.length < 2) return [];
    const devices = members.map(({ address }) => address);
    const message = `${listed(devices)} are in IOMMU group ${group}: they can be given away only together, to one guest.`;
    const evidence = [{ source: `/sys/kernel/iommu_groups/${group}/devices`, value: devices.join(' ') }];
    const found = problem({ sources: NO_SOURCES }, { code: 'HOST_GROUP_NOT_VIABLE', message, at: null, evidence });
    return [noteOf({ id: 'group-viable', link: 'group' }, found, devices)];
  });
}

const NOWHERE: Origin = { document: 0, path: [] };

/** Asks for as little as a PASID needs, so that nothing is told that matters to nobody. */
function specFor(functions: readonly PciFunction[]): Spec {
  if (functions.length === 0) return EMPTY_SPEC;
  const names = functions.map(({ address }) => address);
  return {
    ...EMPTY_SPEC,
    devices: names.map(
      (address): DeviceSpec => ({
        ...{ name: address, address, release: 'restore', origin: NOWHERE },
        expect: { vendor: null, device: null },
      }),
    ),
    viommus: [guestOf(names)],
    bindings: names.map(bindingOf),
  };
}

/** The name of the only vIOMMU, which no message has to name. */
export const GUEST = 'a guest';

function guestOf(devices: readonly string[]): ViommuSpec {
  return {
    ...{ name: GUEST, model: 'intel-iommu', holder: 'agent', pasidBits: 1, addressWidth: 39 },
    ...{ firstStage: true, firstStage1GPages: false, svm: false, cachingMode: true, deviceIotlb: false },
    ...{ memory: [], devices, origin: NOWHERE },
  };
}

function bindingOf(device: string): BindingSpec {
  const stage = {
    pageTable: 0x1000n,
    addressWidth: 48,
    supervisor: false,
    writeProtect: false,
    extendedAccess: false,
  } as const;
  return {
    ...{ device, viommu: GUEST, first: 1, last: 1, domain: 1, origin: NOWHERE },
    target: { kind: 'first-stage', ...stage },
  };
}

function unreadFinding(unread: readonly PciFunction[], { process }: Host): Finding {
  const why = unreadCause(process);
  const message = `Whether any of ${count(unread.length, 'PCI function')} has PASIDs could not be read: ${why}.`;
  return aboutAll({ code: 'HOST_CAPABILITIES_UNKNOWN', message, unknown: true }, 'not read');
}

function unreadCause(process: Host['process']): string {
  if (process?.mayReadConfig !== false) return 'their configuration space is absent or cut short';
  return process.inFirstNamespace
    ? 'that needs root'
    : 'that needs CAP_SYS_ADMIN of the host, and this process is in a user namespace';
}

function noneFinding({ functions }: Host): Finding {
  const message =
    functions.length === 0
      ? 'The machine has no PCI functions.'
      : `None of ${count(functions.length, 'PCI function')} has the PASID capability.`;
  return aboutAll({ code: 'HOST_NOTHING_WITH_PASIDS', message }, 'no capability 0x1b');
}

function aboutAll(parts: Pick<ProblemParts, 'code' | 'message' | 'unknown'>, value: string): Finding {
  const found = problem(
    { sources: NO_SOURCES },
    {
      ...{ ...parts, at: null, devices: [], evidence: [{ source: '/sys/bus/pci/devices/*/config', value }] },
      confirm: 'lspci -vv | grep -B20 PASIDCap',
    },
  );
  return findingOf({ id: 'pasid-devices', link: 'device' }, found, { asked: [], bound: new Set() });
}
