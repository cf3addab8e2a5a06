/**
 * Names of the interrupt chips in use: they show whether interrupt remapping is on (src/linux/isolated-msi.ts).
 *
 * /proc/interrupts has a line per interrupt: its number, a count per CPU, then the chip. Where it may not be read, the folders
 * /sys/kernel/irq/<n> show the same names, for interrupts without a handler too (kernel/irq/irqdesc.c chip_name_show, 7.3).
 */

import type { SysTree } from './sys-tree.ts';

const INTERRUPTS = '/proc/interrupts';
const FOLDERS = '/sys/kernel/irq';

/** A host with 256 CPUs and 3,000 interrupts has 8 MiB. */
const LIMIT_BYTES = 16 * 1024 * 1024;
/** Enough folders to meet the chips of PCI devices, whose interrupts have the middle and high numbers. */
const MOST_FOLDERS = 16_384;
/** Names left after {@link stableName}: a machine has fewer than twenty. */
const MOST_NAMES = 64;

/** Each name once, sorted; `null` when neither place can be read. */
export function readInterruptChips(tree: SysTree): readonly string[] | null {
  const bytes = tree.readBytes(INTERRUPTS, LIMIT_BYTES);
  const names = bytes === null ? namesInFolders(tree) : namesInTable(new TextDecoder().decode(bytes));
  return names && [...new Set(names.map(stableName))].sort().slice(0, MOST_NAMES);
}

/** ` 24:   11   0   IR-PCI-MSI-0000:00:1c.0   0-edge   PCIe PME`; lines with a name instead of a number have no chip. */
function namesInTable(text: string): string[] {
  return text.split('\n').flatMap((line) => /^\s*\d+:(?:\s+\d+)*\s+([A-Za-z]\S*)/.exec(line)?.[1] ?? []);
}

function namesInFolders(tree: SysTree): string[] | null {
  const numbers = tree.list(FOLDERS)?.filter((name) => /^\d+$/.test(name)) ?? null;
  if (numbers === null) return null;
  // …/chip_name: `IR-PCI-MSIX-0000:6a:01.0`, empty for an interrupt that nobody asked for
  const names = numbers.slice(0, MOST_FOLDERS).map((number) => tree.readText(`${FOLDERS}/${number}/chip_name`));
  return names.every((name) => name === null) ? null : names.flatMap((name) => /^\S+/.exec(name ?? '')?.[0] ?? []);
}

/** Without the device that the kernel appends since 6.2: `IR-PCI-MSIX-0000:6a:01.0` → `IR-PCI-MSIX`. */
function stableName(name: string): string {
  return name.replace(/-[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/i, '').slice(0, 64);
}
