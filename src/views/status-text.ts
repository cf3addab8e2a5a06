/** What is held, for people. */

import { formatPasids } from '../model/pasid.ts';
import type { BindingStatus, Status, ViommuStatus } from '../model/status.ts';
import { firstStageText } from '../steps/hwpt-words.ts';
import { formatBytes } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import type { Colors } from './colors.ts';
import { tableText } from './table.ts';

type Style = { readonly colors: Colors };

export function statusText(status: Status, style: Style): string {
  const isEmpty = status.viommus.length === 0 && status.handovers.length === 0;
  const sections = [
    headText(status, style),
    ...(isEmpty ? ['Nothing is held.'] : []),
    ...status.viommus.map((viommu) => viommuText(viommu, style)),
    ...(status.handovers.length === 0 ? [] : [handoverText(status, style)]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function headText({ backend, holder }: Status, { colors }: Style): string {
  if (holder === null) return `backend: ${backend}`;
  const state = holder.alive ? colors.green('running') : colors.red('gone');
  return `backend: ${backend}\nholder:  pid ${holder.pid}, ${state}, since ${escapeControls(holder.since)}`;
}

function viommuText(viommu: ViommuStatus, style: Style): string {
  const { name, iommufd, ioas, memoryBytes, nestParents, devices, bindings } = viommu;
  const title = style.colors.bold(`vIOMMU ${escapeControls(name)}`);
  const parents = nestParents.map(({ unit, hwpt }) => `HWPT ${hwpt} on ${escapeControls(unit)}`).join(', ');
  return [
    `${title}  iommufd ${iommufd}, IOAS ${ioas}, ${formatBytes(memoryBytes)} of guest memory`,
    ...(parents === '' ? [] : [`  guest memory: ${parents}`]),
    ...(devices.length === 0 ? [] : ['', devicesTable(devices, style)]),
    ...(bindings.length === 0 ? [] : ['', bindingsTable(bindings, style)]),
  ].join('\n');
}

function devicesTable(devices: ViommuStatus['devices'], { colors }: Style): string {
  const rows = devices.map(({ name, address, unit, devId, maxPasidLog2, ridAttached }) => [
    name,
    address,
    unit,
    devId,
    maxPasidLog2 === 0 ? 'none' : `1-${2 ** maxPasidLog2 - 1}`,
    ridAttached ? 'guest memory' : 'detached',
  ]);
  const head = ['device', 'address', 'unit', 'id', 'usable PASIDs', 'without PASID'];
  return tableText(head, rows, { colors, indent: '  ' });
}

function bindingsTable(bindings: readonly BindingStatus[], { colors }: Style): string {
  const rows = bindings.map((binding) => [
    binding.device,
    formatPasids(binding),
    targetText(binding.target),
    binding.domain,
    binding.hwpt,
    binding.state,
  ]);
  return tableText(['device', 'PASID', 'target', 'domain', 'HWPT', 'state'], rows, { colors, indent: '  ' });
}

function targetText(target: BindingStatus['target']): string {
  return target.kind === 'pass-through' ? 'guest memory (pass-through)' : firstStageText(target);
}

function handoverText({ handovers }: Status, { colors }: Style): string {
  const rows = handovers.map(({ device, address, formerDriver, release }) => [
    device,
    address,
    formerDriver ?? 'no driver',
    release === 'restore' ? 'is restored on release' : 'is not restored',
  ]);
  const head = ['device', 'address', 'former driver', ''];
  return `${colors.bold('Taken from the host')}\n\n${tableText(head, rows, { colors, indent: '  ' })}`;
}
