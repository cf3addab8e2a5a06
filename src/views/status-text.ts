/** What is held, for people. */

import { formatPasids } from '../model/pasid.ts';
import type { BindingStatus, Status, ViommuStatus } from '../model/status.ts';
import { firstStageText, nameText } from '../steps/hwpt-words.ts';
import { count, formatBytes, grouped } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import { hex } from '../text/hex.ts';
import type { Colors } from './colors.ts';
import { type FoldedBindings, foldBindings } from './fold-bindings.ts';
import { tableText } from './table.ts';

interface Style {
  readonly colors: Colors;
  /** Every binding on a line of its own; else runs of PASIDs that are alike share one. */
  readonly full: boolean;
}

export function statusText(status: Status, style: Style): string {
  const { viommus, handovers, createdFiles, loadedModules, madeVfs } = status;
  const isEmpty = [viommus, handovers, createdFiles, loadedModules, madeVfs].every(({ length }) => length === 0);
  const sections = [
    headText(status, style),
    ...(isEmpty ? ['Nothing is held.'] : []),
    ...viommus.map((viommu) => viommuText(viommu, style)),
    ...(handovers.length === 0 ? [] : [handoverText(status, style)]),
    ...(createdFiles.length + loadedModules.length + madeVfs.length === 0 ? [] : [madeText(status, style)]),
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

function bindingsTable(bindings: readonly BindingStatus[], { colors, full }: Style): string {
  const rows = full ? bindings.map(bindingRow) : foldBindings(bindings).map(foldedRow);
  return tableText(['device', 'PASID', 'target', 'domain', 'HWPT', 'state'], rows, { colors, indent: '  ' });
}

function bindingRow(binding: BindingStatus): readonly (string | number)[] {
  const { device, domain, hwpt, state } = binding;
  return [device, formatPasids(binding), targetText(binding.target), domain, hwpt, state];
}

function foldedRow(run: FoldedBindings): readonly (string | number)[] {
  const { first, last, bindings } = run;
  if (bindings === 1) return bindingRow(first);
  const pasids = formatPasids({ first: first.first, last: last.last });
  const tables = `${grouped(bindings)} page tables, ${firstAndLast(first.target, last.target)}`;
  return [first.device, pasids, tables, first.domain, `${first.hwpt} … ${last.hwpt}`, first.state];
}

function firstAndLast(first: BindingStatus['target'], last: BindingStatus['target']): string {
  return first.kind === 'pass-through' || last.kind === 'pass-through'
    ? ''
    : `${hex(first.pageTable)} … ${hex(last.pageTable)}`;
}

function targetText(target: BindingStatus['target']): string {
  return target.kind === 'pass-through' ? 'guest memory (pass-through)' : firstStageText(target);
}

function handoverText({ handovers }: Status, { colors }: Style): string {
  const rows = handovers.map(({ device, address, formerDriver, release }) => [
    device,
    address,
    formerDriver ?? 'no driver',
    release === 'restore' ? 'restored on release' : 'not restored on release',
  ]);
  const head = ['device', 'address', 'former driver', ''];
  return `${colors.bold('Taken from the host')}\n\n${tableText(head, rows, { colors, indent: '  ' })}`;
}

function madeText({ createdFiles, loadedModules, madeVfs }: Status, { colors }: Style): string {
  const lines = [
    ...createdFiles.map((file) => `  memory file ${escapeControls(file)}`),
    ...loadedModules.map((module) => `  module ${escapeControls(module)}`),
    ...madeVfs.map((vfs) => `  ${count(vfs.count, 'VF')} of ${escapeControls(nameText(vfs))}`),
  ];
  return `${colors.bold('Made on the host')}\n\n${lines.join('\n')}`;
}
