/** Folders of /sys that several readers look into. */

export const PCI_DEVICES = '/sys/bus/pci/devices';
