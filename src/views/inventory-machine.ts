/** The lines of an inventory that are about the machine as a whole, and about groups that nobody can have. */

import { allowsUnsafeInterrupts, interruptRemapping, type RemappingCause } from '../linux/isolated-msi.ts';
import { refusingRegions } from '../linux/reserved-regions.ts';
import type { Host, MachineMemory, PciFunction } from '../model/host.ts';
import { formatBytes, grouped } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import { hex } from '../text/hex.ts';
import type { Colors } from './colors.ts';

/** Kernel, /dev/iommu, modules, memory, firmware, and interrupt remapping as it is in effect. */
export function machineText(host: Host, colors: Colors): string {
  const { kernel, iommufd, modules, memory } = host;
  const lines: readonly (readonly [label: string, text: string])[] = [
    ['kernel', escapeControls(kernel.release)],
    ['iommufd', iommufd ? colors.green('/dev/iommu') : colors.red('no /dev/iommu')],
    ['modules', escapeControls(modules.join(', ')) || 'none that matter here'],
    ...(memory === null ? [] : [['memory', memoryText(memory)] as const]),
    ...firmwareLine(host),
    ...interruptsLine(host, colors),
  ];
  const width = Math.max(...lines.map(([label]) => label.length)) + 2;
  return lines.map(([label, text]) => `${`${label}:`.padEnd(width)}${text}`).join('\n');
}

/** `120 GiB of 256 GiB available, 24 of 64 huge pages of 2 MiB free`; pools without pages are left out. */
function memoryText({ totalBytes, availableBytes, hugePages }: MachineMemory): string {
  const pools = hugePages
    .filter(({ total, free }) => total + free > 0)
    .map(
      ({ pageBytes, total, free }) =>
        `${grouped(free)} of ${grouped(total)} huge pages of ${formatBytes(pageBytes)} free`,
    );
  const known = [
    availableBytes === null
      ? []
      : `${roundedBytes(availableBytes)}${totalBytes === null ? '' : ` of ${roundedBytes(totalBytes)}`} available`,
    availableBytes === null && totalBytes !== null ? `${roundedBytes(totalBytes)}` : [],
  ].flat();
  return [...known, ...pools].join(', ') || 'not read';
}

/** `23 GiB`, `512 MiB`: rounded down, since what is there counts. */
function roundedBytes(bytes: bigint): string {
  const bits = bytes >= 1n << 30n ? 30n : 20n;
  return formatBytes((bytes >> bits) << bits);
}

function firmwareLine({ firmware }: Host): (readonly [string, string])[] {
  if (firmware === null) return [];
  const { tables, hypervisor } = firmware;
  const listed = tables === null ? 'tables not read' : tables.join(', ') || 'no table about an IOMMU';
  const guest = hypervisor === null ? '' : `; a guest of ${hypervisor}`;
  return [['firmware', escapeControls(`${listed}${guest}`)]];
}

/** Nothing to say without an IOMMU, which has no remapping either. */
function interruptsLine(host: Host, colors: Colors): (readonly [string, string])[] {
  if (host.units.length === 0) return [];
  const { state, cause } = interruptRemapping(host);
  if (state === 'on') return [['interrupts', colors.green('remapped')]];
  if (state === 'unknown') return [['interrupts', 'unknown whether remapped']];
  const allowed = allowsUnsafeInterrupts(host) ? ', which iommufd is told to allow' : '';
  return [['interrupts', `${colors.red('not remapped')}${escapeControls(causeWords(cause))}${allowed}`]];
}

function causeWords(cause: RemappingCause | null): string {
  switch (cause?.kind) {
    case 'command-line':
      return ` (${cause.word})`;
    case 'unit':
      return ` (${cause.unit} cannot: ECAP.IR)`;
    case 'firmware':
      return ' (not in the DMAR table)';
    default:
      return '';
  }
}

/** Groups of the shown functions that the kernel gives to no guest. */
export function refusedGroups(shown: readonly PciFunction[], { groups }: Host): readonly string[] {
  const wanted = new Set(shown.map(({ group }) => group));
  return groups
    .filter(({ number }) => wanted.has(number))
    .flatMap((group) =>
      refusingRegions(group)
        .slice(0, 1)
        .map(({ first, last }) => ({ number: group.number, first, last })),
    )
    .map(
      ({ number, first, last }) =>
        `IOMMU group ${number} cannot be passed through: the firmware wants ${hex(first)}–${hex(last)} mapped 1:1.`,
    );
}
