/** What /sys and /proc show of firmware, hypervisor, interrupts and IOMMU groups. */

import type { FirmwareFacts, IommuGroup } from '../../model/host.ts';
import { hex } from '../../text/hex.ts';
import type { World } from '../state/world.ts';
import { type FileNode, type Node, newFolder, putNode, textFile } from './tree-node.ts';

export function putPlatform(root: Node, { machine: { firmware, interruptChips, groups } }: World): void {
  if (firmware !== null) putFirmware(root, firmware);
  if (interruptChips !== null)
    putNode(
      root,
      '/proc/interrupts',
      textFile(() => interruptTable(interruptChips).join('\n')),
    );
  for (const group of groups) putGroup(root, group);
}

function putFirmware(root: Node, { tables, dmarFlags, hypervisor }: FirmwareFacts): void {
  const text = (path: string, content: string): void =>
    putNode(
      root,
      path,
      textFile(() => content),
    );
  text('/proc/cpuinfo', `processor\t: 0\nflags\t\t: fpu vme sse2${hypervisor === null ? '' : ' hypervisor'} lahf_lm`);
  if (hypervisor !== null) text('/sys/class/dmi/id/sys_vendor', hypervisor);
  if (tables === null) return;
  const folder = '/sys/firmware/acpi/tables';
  putNode(root, folder, newFolder());
  for (const table of tables) {
    const readable = table === 'DMAR' && dmarFlags !== null;
    // A table that may not be read is a file all the same.
    putNode(root, `${folder}/${table}`, readable ? dmarTable(dmarFlags) : { kind: 'device' });
  }
}

/** The header of the DMAR table, without its structures. Source: include/acpi/actbl1.h struct acpi_table_dmar (7.3). */
function dmarTable(flags: number): FileNode {
  const bytes = new Uint8Array(48);
  bytes.set(new TextEncoder().encode('DMAR'));
  bytes[4] = bytes.length;
  bytes[36] = 45;
  bytes[37] = flags;
  return { kind: 'file', read: (limitBytes) => bytes.slice(0, limitBytes) };
}

/** Source: kernel/irq/proc.c show_interrupts (7.3). */
function interruptTable(chips: readonly string[]): string[] {
  return [
    '            CPU0',
    ...chips.map((chip, index) => ` ${24 + index}:         11  ${chip}    0-edge      device`),
  ];
}

function putGroup(root: Node, { number, type, regions, others }: IommuGroup): void {
  const folder = `/sys/kernel/iommu_groups/${number}`;
  putNode(root, `${folder}/devices`, newFolder());
  for (const { name, driver } of others ?? []) {
    const device = `/sys/devices/platform/${name}`;
    putNode(root, device, newFolder());
    putNode(root, `${folder}/devices/${name}`, { kind: 'link', target: device });
    if (driver !== null)
      putNode(root, `${device}/driver`, { kind: 'link', target: `/sys/bus/platform/drivers/${driver}` });
  }
  if (type !== null)
    putNode(
      root,
      `${folder}/type`,
      textFile(() => type),
    );
  if (regions === null) return;
  const lines = regions.map(({ first, last, type: kind }) => `${hex(first, 16)} ${hex(last, 16)} ${kind}`);
  putNode(
    root,
    `${folder}/reserved_regions`,
    textFile(() => lines.join('\n')),
  );
}
