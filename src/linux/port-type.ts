/** Device/port types of the PCI Express capability. Source: linux/pci_regs.h PCI_EXP_TYPE_* (7.3). */
export const PORT_TYPE = {
  endpoint: 0,
  legacyEndpoint: 1,
  root: 4,
  upstream: 5,
  downstream: 6,
  /** PCI Express to PCI: the bus below it is conventional. */
  pciBridge: 7,
  pcieBridge: 8,
  integrated: 9,
  eventCollector: 10,
} as const;
