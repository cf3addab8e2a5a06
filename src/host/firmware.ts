/**
 * What the firmware says about IOMMUs, and whether the machine is itself a guest: /sys/firmware/acpi/tables, /proc/cpuinfo,
 * /sys/hypervisor/type, /sys/class/dmi/id. They explain why there is no IOMMU; what is there is read from its own files.
 */

import type { FirmwareFacts } from '../model/host.ts';
import type { SysTree } from './sys-tree.ts';
import { parseName } from './text.ts';

const TABLES = '/sys/firmware/acpi/tables';
const IOMMU_TABLES = ['DMAR', 'IORT', 'IVRS'] as const;
/** The ACPI header, and the host address width; then the flags. Source: include/acpi/actbl1.h struct acpi_table_dmar (7.3). */
const DMAR_FLAGS_AT = 37;
/** The first processor of /proc/cpuinfo: a flags line has about 3 KiB. */
const CPU_BYTES = 32 * 1024;
const DMI = '/sys/class/dmi/id';

/** `null` when none of the sources can be read. */
export function readFirmware(tree: SysTree): FirmwareFacts | null {
  // …: the folder is listed for everyone, the tables are for root
  const names = tree.list(TABLES);
  const tables = names && IOMMU_TABLES.filter((table) => names.includes(table));
  const cpu = tree.readBytes('/proc/cpuinfo', CPU_BYTES);
  const type = parseName(tree.readText('/sys/hypervisor/type'));
  if (tables === null && cpu === null && type === null) return null;
  const flags = cpu === null ? undefined : /^flags\s*:(.*)$/m.exec(new TextDecoder().decode(cpu))?.[1];
  return { tables, dmarFlags: readDmarFlags(tree), hypervisor: hypervisorName(tree, { type, flags }) };
}

function readDmarFlags(tree: SysTree): number | null {
  const bytes = tree.readBytes(`${TABLES}/DMAR`, DMAR_FLAGS_AT + 1);
  const isTable = bytes !== null && new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'DMAR';
  return isTable ? (bytes[DMAR_FLAGS_AT] ?? null) : null;
}

interface Signs {
  /** /sys/hypervisor/type: `xen` */
  readonly type: string | null;
  /** Of the first processor; undefined on machines that are not x86. */
  readonly flags: string | undefined;
}

/** The type, else the names of vendor and product that the hypervisor gave the machine; `null` on bare metal. */
function hypervisorName(tree: SysTree, { type, flags }: Signs): string | null {
  const [vendor, product] = ['sys_vendor', 'product_name'].map((name) => parseName(tree.readText(`${DMI}/${name}`)));
  const isGuest = flags === undefined ? /^(?:QEMU|KVM)\b/.test(vendor ?? '') : /\shypervisor(?:\s|$)/.test(flags);
  if (type !== null) return type;
  if (!isGuest) return null;
  const name = [vendor, product].filter((part) => part !== null && part !== undefined).join(' ');
  return name === '' ? 'unknown hypervisor' : name.slice(0, 128);
}
