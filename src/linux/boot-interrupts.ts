/** The names of interrupt chips after a boot: the kernel remaps the interrupts of all VT-d units or of none. */

import type { Host } from '../model/host.ts';
import { interruptRemapping } from './isolated-msi.ts';

/** Chips under a remapping domain, by their names without one. Source: drivers/iommu/intel/irq_remapping.c, arch/x86/kernel/apic (7.3). */
const REMAPPED = /^(?:PCI-MSI|IO-APIC|HPET-MSI)/;

/**
 * As /proc/interrupts would show them; unread ones stay unread.
 *
 * @param seen  the machine as it was read. Where the facts foretell the same for both, what was read stays: it may have other reasons
 */
export function interruptsAsBooted(host: Host, seen: Host): Host {
  const { interruptChips, units } = host;
  if (interruptChips === null || !units.some(({ version }) => version !== null)) return host;
  const remaps = remapsAtBoot(host);
  if (remaps === remapsAtBoot(seen)) return host;
  const plain = interruptChips.map((name) => name.replace(/^IR-/, ''));
  const chips = remaps ? plain.map((name) => (REMAPPED.test(name) ? `IR-${name}` : name)) : plain;
  return { ...host, interruptChips: [...new Set(chips)].sort() };
}

/** Without the chips of now, what decides at boot speaks: command line, units, firmware. */
function remapsAtBoot(host: Host): boolean {
  return interruptRemapping({ ...host, interruptChips: [] }).state !== 'off';
}
