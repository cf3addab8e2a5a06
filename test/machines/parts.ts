/** Devices that several machines have. */

import { type ConfigFacts, configBytes, PORT } from '../support/config-bytes.ts';
import { type FunctionFacts, type MachineFacts, MachineTree, SOUND_MODULES } from '../support/machine-tree.ts';

/** The command line of a machine whose owner switched on what can be switched on. */
export const BOOTED = 'root=/dev/sda2 ro intel_iommu=on,sm_on';

const { vfio_pci: _, vfio_pci_core: __, ...others } = SOUND_MODULES;
/** vfio-pci is built as a module, and not loaded. */
export const NOT_LOADED = others;

/** PASIDs, ATS and page requests, there and on. */
export const SHARING = { pasid: { widthBits: 20, enabled: true }, ats: true, pri: true } as const satisfies ConfigFacts;
/** The same on a kernel in legacy mode, which switches nothing on. */
export const DORMANT = {
  pasid: { widthBits: 20, enabled: false },
  ats: false,
  pri: false,
} as const satisfies ConfigFacts;

const ENDPOINT_PATH = 'pci0000:6a/0000:6a:02.0/0000:6b:00.0';

/** A machine with one DSA behind dmar0, in group 4, on idxd. */
export function withDsa(
  facts: MachineFacts = {},
  dsa: FunctionFacts & { readonly registers?: ConfigFacts } = {},
  unit: Readonly<Record<string, string>> = {},
): MachineTree {
  const tree = new MachineTree(facts);
  tree.unit('dmar0', unit);
  addDsa(tree, dsa);
  return tree;
}

export function addDsa(tree: MachineTree, { registers = SHARING, ...dsa }: Parameters<typeof withDsa>[1] = {}): string {
  const { device = 0x0b25 } = dsa;
  const config = configBytes({ device, port: PORT.integrated, ...registers });
  return tree.fn('pci0000:6a/0000:6a:01.0', { driver: 'idxd', group: 4, config, ...dsa });
}

/** A machine with one device 0000:6b:00.0 below the root port 0000:6a:02.0. */
export function withEndpoint(
  endpoint: FunctionFacts & { readonly registers?: ConfigFacts },
  port: ConfigFacts = {},
  facts: MachineFacts = {},
): MachineTree {
  const tree = new MachineTree(facts);
  tree.unit('dmar0');
  addPort(tree, 'pci0000:6a/0000:6a:02.0', port);
  const { registers = SHARING, ...fn } = endpoint;
  const { vendor = 0x144d, device = 0xa824 } = fn;
  const config = configBytes({ vendor, device, port: PORT.endpoint, ...registers });
  tree.fn(ENDPOINT_PATH, { vendor, device, classCode: 0x01_0802, driver: 'nvme', group: 6, config, ...fn });
  return tree;
}

/** The folder of {@link withEndpoint}'s device. */
export const ENDPOINT = `/sys/devices/${ENDPOINT_PATH}`;

export function addPort(tree: MachineTree, path: string, registers: ConfigFacts = {}, group = 5): string {
  const config = configBytes({ device: 0x352a, port: PORT.rootPort, acs: 'on', ...registers });
  return tree.fn(path, { device: 0x352a, classCode: 0x06_0400, driver: 'pcieport', group, config });
}
