/** Where Linux shows PCI functions. */

export const PCI_DEVICES = '/sys/bus/pci/devices';

/** @param address  such as `0000:6a:01.0` */
export function pciFolder(address: string): string {
  return `${PCI_DEVICES}/${address}`;
}
