/**
 * Whether a function answers: a read of one that is gone, powered off or hung gives ones, since nobody drives the bus.
 * Source: drivers/pci/access.c pci_read_config_dword (PCI_ERROR_RESPONSE, 7.3).
 */

import { HEADER_BYTES } from './config-space.ts';

/**
 * False when every byte of the header is ones. A VF has ones for its vendor and device id alone (PCIe r6 §9.3.4.1), so the whole
 * header decides. `null` when nothing could be read.
 *
 * @param config  …/config
 */
export function readAnswers(config: Uint8Array | null): boolean | null {
  if (config === null || config.length === 0) return null;
  return !config.subarray(0, HEADER_BYTES).every((byte) => byte === 0xff);
}
