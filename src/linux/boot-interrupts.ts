/** The names of interrupt chips after a boot: the kernel remaps the interrupts of all VT-d units or of none. */

import type { Host } from '../model/host.ts';
import { interruptRemapping } from './isolated-msi.ts';

/** Chips under a remapping domain, by their names without one. Source: drivers/iommu/intel/irq_remapping.c, arch/x86/kernel/apic (7.3). */
const REMAPPED = /^(?:PCI-MSI|IO-APIC|HPET-MSI)/;

/** As /proc/interrupts would show them; unread ones stay unread. */
export function interruptsAsBooted(host: Host): Host {
  const { interruptChips, units } = host;
  if (interruptChips === null || !units.some(({ version }) => version !== null)) return host;
  // Without the chips of now, what decides at boot speaks: command line, units, firmware.
  const remaps = interruptRemapping({ ...host, interruptChips: [] }).state !== 'off';
  const plain = interruptChips.map((name) => name.replace(/^IR-/, ''));
  const chips = remaps ? plain.map((name) => (REMAPPED.test(name) ? `IR-${name}` : name)) : plain;
  return { ...host, interruptChips: [...new Set(chips)].sort() };
}
