/** A machine for people: its IOMMUs with their abilities, and the PCI functions that matter for PASIDs. */

import { isReadVtd } from '../linux/unit-registers.ts';
import { isVfioDriver } from '../linux/vfio-drivers.ts';
import type { DeviceHolder, Host, IommuUnit, PciCapabilities, PciFunction } from '../model/host.ts';
import { useText } from '../model/use-text.ts';
import { count } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import { hexDigits } from '../text/hex.ts';
import { type Capability, decodeCap, decodeEcap, type ExtendedCapability } from '../vtd/capability.ts';
import type { Colors } from './colors.ts';
import { machineText, refusedGroups } from './inventory-machine.ts';
import { tableText } from './table.ts';

export interface InventoryTextOptions {
  readonly colors: Colors;
  /** Show every function, not only those that {@link matters}. */
  readonly all: boolean;
}

export function inventoryText(host: Host, options: InventoryTextOptions): string {
  const shown = options.all ? host.functions : host.functions.filter((fn) => matters(fn, host));
  const hidden = host.functions.length - shown.length;
  const sections = [
    machineText(host, options.colors),
    unitsText(host, options.colors),
    functionsText(shown, host, options.colors),
    ...refusedGroups(shown, host),
    ...openText(host),
    ...(hidden === 0 ? [] : [`${count(hidden, 'other PCI function')} not shown; --all shows them.`]),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** Functions with PASIDs, ATS or page requests, on a vfio driver, or held by a process. */
export function matters({ address, capabilities, driver }: PciFunction, { holders }: Host): boolean {
  const isHeld = holders.some((holder) => holder.address === address);
  if (isVfioDriver(driver) || isHeld) return true;
  if (capabilities === 'unknown') return false;
  return capabilities.pasid !== null || capabilities.ats !== null || capabilities.pri !== null;
}

function unitsText({ units }: Host, colors: Colors): string {
  if (units.length === 0) return 'No IOMMU.';
  const head = ['unit', 'VT-d', 'PASID bits', 'nesting', 'first stage', 'second stage', 'also'];
  return tableText(head, units.map(unitRow), { colors });
}

function unitRow(unit: IommuUnit): readonly string[] {
  const { name, version, cap, ecap } = unit;
  if (version === null) return [name, 'not VT-d', '', '', '', '', ''];
  if (!isReadVtd(unit)) return [name, version, 'unknown', 'unknown', 'unknown', 'unknown', ''];
  const basic = decodeCap(cap);
  const extended = decodeEcap(ecap);
  const { scalableMode, pasidBits, nesting, firstStage } = extended;
  return [
    name,
    version,
    scalableMode && pasidBits > 0 ? String(pasidBits) : 'no',
    nesting ? 'yes' : 'no',
    firstStage ? firstStageCan(basic) : 'no',
    `${basic.secondStageWidths.join('/') || 'no'} bits`,
    alsoCan(extended).join(', '),
  ];
}

function firstStageCan({ firstStage5Level, firstStage1GPages }: Capability): string {
  return [firstStage5Level ? '48/57 bits' : '48 bits', ...(firstStage1GPages ? ['1 GiB pages'] : [])].join(', ');
}

function alsoCan(extended: ExtendedCapability): readonly string[] {
  return [
    ...(extended.scalableMode ? [] : ['no scalable mode']),
    ...(extended.deviceTlb ? ['ATS'] : []),
    ...(extended.pageRequests ? ['PRI'] : []),
    ...(extended.supervisor ? ['supervisor'] : []),
    ...(extended.extendedAccess ? ['extended access'] : []),
    ...(extended.dirtyTracking ? ['dirty tracking'] : []),
  ];
}

function functionsText(functions: readonly PciFunction[], host: Host, colors: Colors): string {
  if (functions.length === 0) return 'No PCI function with PASIDs, ATS or page requests.';
  const head = ['address', 'id', 'driver', 'unit', 'group', 'PASID', 'ATS', 'PRI', 'reset', 'in use'];
  const rows = functions.map((fn) => [
    ...identity(fn),
    ...capabilityCells(fn.capabilities),
    resetOf(fn),
    usesOf(fn, host),
  ]);
  return tableText(head, rows, { colors });
}

function identity(fn: PciFunction): readonly string[] {
  const { address, vendor, device, unit, group } = fn;
  return [
    address,
    `${hexDigits(vendor, 4)}:${hexDigits(device, 4)}`,
    driverCell(fn),
    unit ?? '-',
    group === null ? '-' : String(group),
  ];
}

function capabilityCells(capabilities: PciCapabilities | 'unknown'): readonly string[] {
  if (capabilities === 'unknown') return ['unknown', 'unknown', 'unknown'];
  const { pasid, ats, pri } = capabilities;
  return [pasidCell(pasid), onOff(ats), onOff(pri)];
}

/** `20 bits, on`; without a word where PASID Enable was not recorded. */
function pasidCell(pasid: PciCapabilities['pasid']): string {
  if (pasid === null) return '-';
  const { widthBits, enabled } = pasid;
  return enabled === null ? `${widthBits} bits` : `${widthBits} bits, ${onOff({ enabled })}`;
}

function onOff(capability: { readonly enabled: boolean } | null): string {
  if (capability === null) return '-';
  return capability.enabled ? 'on' : 'off';
}

/** What keeps a function on a vfio driver from being opened is told with the driver. */
function driverCell({ driver, vfioLacks }: PciFunction): string {
  const lacks = { cdev: 'no cdev', node: 'no file in /dev/vfio/devices', access: 'its file may not be opened' };
  return `${driver ?? '-'}${vfioLacks === null ? '' : ` (${lacks[vfioLacks]})`}`;
}

function resetOf({ resetMethods }: PciFunction): string {
  if (resetMethods === null) return 'unknown';
  return resetMethods.length === 0 ? 'no function reset' : resetMethods.join(' ');
}

/** Uses, holders, and what is switched on and idle. */
function usesOf({ address, uses, enabled }: PciFunction, { holders }: Host): string {
  const open = holders.filter((holder) => holder.address === address).map(holderWords);
  return [...uses.map(useText), ...open, ...enabled.map((one) => `idle: ${useText(one)}`)].join(', ') || '-';
}

function holderWords({ pid, command, through }: DeviceHolder): string {
  return `${command} (pid ${pid}${through === 'group' ? ', through its group' : ''})`;
}

/** What the rows of functions cannot say. */
function openText({ holders, unreadProcesses }: Host): readonly string[] {
  const unclear = holders
    .filter(({ address }) => address === null)
    .map(({ pid, command }) => `${command} (pid ${pid})`);
  return [
    ...(unclear.length === 0
      ? []
      : [`Open in ${escapeControls(unclear.join(', '))}: a vfio device that this kernel does not name.`]),
    ...(unreadProcesses === 0
      ? []
      : [
          `The open files of ${count(unreadProcesses, 'process', 'processes')} could not be read: a device may be in use without being seen. Run pasidctl as root.`,
        ]),
  ];
}
