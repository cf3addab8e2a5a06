/** Folders of /sys that several readers use. */

export const PCI_DEVICES = '/sys/bus/pci/devices';
