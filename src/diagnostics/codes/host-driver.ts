/** HOST_*, about vfio-pci and how its module is loaded. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_DRIVER_CODES = {
  HOST_VFIO_PCI_STOPPED: {
    severity: 'error',
    summary: 'vfio-pci is not loaded, and modprobe.d or the kernel keeps it from being loaded.',
    advice: 'Remove the line or word that the message names.',
    explanation:
      'Apply loads vfio-pci with modprobe. An `install` line of modprobe.d has a command run instead: `/bin/false` fails, and `/bin/true` succeeds without loading anything. An `alias` line makes the name mean another module, or none (`off`). With `module_blacklist=` on its command line the kernel refuses the modules that are listed by their exact names, with underscores (kernel/module/main.c blacklisted, 7.3). A boolean parameter with a value that is none, such as `disable_denylist=maybe`, has the load fail with EINVAL (lib/kstrtox.c kstrtobool); parameters that the module does not have are ignored. The same holds for modules that vfio-pci needs. A `blacklist` line does not stop modprobe when it is given the name of the module.',
  },
  HOST_VFIO_PCI_UNSURE: {
    severity: 'warning',
    summary: 'vfio-pci is not loaded, and whether it can be loaded is not known.',
    advice:
      'Run `sudo modprobe vfio-pci`, and look whether /sys/module/vfio_pci is there. For a machine file: write it anew with this pasidctl, as root.',
    explanation:
      'A line `install vfio-pci COMMAND` of modprobe.d has modprobe run a command, which may load the module or not. A machine file of an earlier version does not have what modprobe.d says, and some files of modprobe.d may be for root only. If the module cannot be loaded, apply fails at that step, and undoes what it did.',
  },
  HOST_DENYLISTED: {
    severity: 'error',
    summary: 'vfio-pci refuses a device as unsafe for guests, since its denylist is in effect.',
    advice:
      'Only for guests that you trust: load vfio-pci with `disable_denylist=1`; `vfioPci: { disableDenylist: true }` in the spec has pasidctl do it.',
    explanation:
      'vfio-pci has a list of devices that a guest can misuse to hang the host: Intel DSA (8086:0b25) and IAA (8086:0cfe) of Sapphire Rapids, for INTEL-SA-01084 (CVE-2024-21823), and older Intel QuickAssist (8086:19e2, 19e3, 37c8, 37c9, 0435, 0443). Its probe refuses them with EINVAL: a write to `bind` fails, while a write to `drivers_probe` succeeds and leaves the device without a driver (drivers/vfio/pci/vfio_pci.c vfio_pci_is_denylisted, 7.3; the accelerators since 6.9, 6.8.10 and 6.1.91). The parameter `disable_denylist` switches the list off. It is read when the module is loaded and cannot be changed after: /sys/module/vfio_pci/parameters/disable_denylist shows it. While the module is not loaded, the files of modprobe.d and then the kernel command line decide, and pasidctl reads both. A device that is on vfio-pci already was let through.',
  },
  HOST_DENYLIST_LEFT_OFF: {
    severity: 'warning',
    summary: 'The denylist of vfio-pci stays off, though the spec no longer asks for it.',
    advice:
      'When the guests may stop: `pasidctl destroy` unloads the module, and the next `pasidctl apply` loads it with its denylist. Or put `vfioPci: { disableDenylist: true }` back into the spec.',
    explanation:
      'An earlier spec had `vfioPci: { disableDenylist: true }`, so pasidctl loaded vfio_pci with `disable_denylist=1`. The parameter is read-only while the module is loaded (drivers/vfio/pci/vfio_pci.c, 7.3), and the module cannot be unloaded while a device of the spec is on it. Until then vfio-pci takes devices of its list too, whoever binds them (see HOST_DENYLISTED). pasidctl unloads the module when the last device is given back.',
  },
  HOST_DENYLIST_UNKNOWN: {
    severity: 'warning',
    summary: 'vfio-pci may refuse a device as unsafe for guests: whether its denylist is in effect could not be read.',
    advice:
      'Run pasidctl on the machine itself, or as root when files of modprobe.d are for root only; or write a new machine file with `pasidctl inventory -o yaml`.',
    explanation:
      'The device is on the denylist of vfio-pci (see HOST_DENYLISTED), and the parameter `disable_denylist` decides. It is unknown when a machine file of an older version does not have it, when the loaded module has no file /sys/module/vfio_pci/parameters/disable_denylist, when a file of modprobe.d cannot be read, or when an `install` command of modprobe.d runs instead of loading the module. If the list is in effect, apply fails when it takes the device, and undoes what it did.',
  },
} as const satisfies Record<string, CatalogueEntry>;
