/**
 * QEMU's command line for a test VM: software emulation, no network, serial console on stdout, host files over 9p.
 * Source: QEMU 7.2 and 11.1, `-help` and `-device intel-iommu,help`.
 */

/**
 * `mock`: nothing but the kernel's own mock devices. `vtd-nvme`: also an emulated VT-d unit and an NVMe disk behind it.
 * `vtd-nvme-pair`: with a second disk, which shares the IOMMU group. `vtd-nvme-no-remapping`: one disk, no interrupt remapping.
 * `vtd-nvme-vfs`: the controller is a PF, which has no VFs after boot.
 */
export type VmDevices = 'mock' | 'vtd-nvme' | 'vtd-nvme-pair' | 'vtd-nvme-no-remapping' | 'vtd-nvme-vfs';

/** Address of the NVMe disk in all VMs but `mock`. */
export const NVME_ADDRESS = '0000:00:04.0';
/** And of the second one: a function of the same device, and nothing isolates the two from each other. */
export const SIBLING_ADDRESS = '0000:00:04.1';

export interface QemuMachine {
  readonly kernel: string;
  readonly initramfs: string;
  readonly memoryMiB: number;
  /** Shared with the guest, writable. */
  readonly workFolder: string;
  /** Shared with the guest at its own path, read-only. */
  readonly checkout: string;
  /** Raw image of the NVMe disk; without one there is no VT-d unit either. */
  readonly disk: string | null;
  /** Raw image of the second NVMe disk; `null`: there is one. */
  readonly sibling: string | null;
  /** VFs that the controller of the disk can have at most; 0: it is no PF. */
  readonly virtualFunctions: number;
  readonly interruptRemapping: boolean;
  /** Options of the VT-d unit that say what it offers, such as `x-scalable-mode=on`. */
  readonly unit: string;
  /** Behind the harness's own words of the kernel's command line. */
  readonly kernelArguments: string;
  /** Files through which the host looks into the running VM; `null`: it does not. */
  readonly window: VmWindow | null;
}

/** How a running VM is seen from outside. Its VT-d unit then has caching mode, so that every change is told. */
export interface VmWindow {
  /** The VM's memory. */
  readonly ram: string;
  /** Socket of QEMU's machine protocol. */
  readonly monitor: string;
  /** QEMU's log with the trace of the VT-d unit's register writes and invalidation descriptors. */
  readonly trace: string;
}

export function qemuArgs(machine: QemuMachine): readonly string[] {
  return [
    ...['-machine', `q35,kernel-irqchip=split${machine.window === null ? '' : ',memory-backend=ram'}`],
    ...['-accel', 'tcg,thread=multi', '-cpu', 'max', '-smp', '2'],
    ...['-m', `${machine.memoryMiB}M`, '-display', 'none', '-vga', 'none', '-monitor', 'none', '-serial', 'stdio'],
    ...['-nic', 'none', '-no-reboot', '-kernel', machine.kernel, '-initrd', machine.initramfs],
    ...['-append', `console=ttyS0 quiet panic=-1 log_buf_len=4M ${machine.kernelArguments}`.trimEnd()],
    ...share('host', '/', 'read-only'),
    ...share('checkout', machine.checkout, 'read-only'),
    ...share('work', machine.workFolder, 'read-write'),
    ...(machine.disk === null ? [] : vtdAndNvme(machine.disk, machine)),
    ...(machine.window === null ? [] : lookInto(machine.window, machine.memoryMiB)),
  ];
}

function share(tag: string, path: string, access: 'read-only' | 'read-write'): readonly string[] {
  const readOnly = access === 'read-only' ? ',readonly=on' : '';
  return ['-virtfs', `local,path=${quote(path)},mount_tag=${tag},security_model=none,multidevs=remap${readOnly}`];
}

function vtdAndNvme(disk: string, machine: QemuMachine): readonly string[] {
  const { unit, window, sibling, interruptRemapping } = machine;
  const remapping = interruptRemapping ? 'on' : 'off';
  return [
    ...['-device', `intel-iommu,intremap=${remapping},${unit}${window === null ? '' : ',caching-mode=on'}`],
    ...(machine.virtualFunctions > 0
      ? nvmeWithVfs(disk, machine.virtualFunctions)
      : nvme('disk', disk, `${slotOf(NVME_ADDRESS)}${sibling === null ? '' : ',multifunction=on'}`)),
    ...(sibling === null ? [] : nvme('sibling', sibling, slotOf(SIBLING_ADDRESS))),
  ];
}

function nvme(id: string, image: string, address: string): readonly string[] {
  return [
    ...['-drive', `file=${quote(image)},if=none,id=${id},format=raw`],
    ...['-device', `nvme,drive=${id},serial=pasidctl-${id},addr=${address}`],
  ];
}

/** QEMU asks for a subsystem, and for queues and interrupts that can be given to VFs. */
function nvmeWithVfs(image: string, most: number): readonly string[] {
  const flexible = `sriov_max_vfs=${most},sriov_vq_flexible=${2 * most},sriov_vi_flexible=${most}`;
  return [
    ...['-device', 'nvme-subsys,id=subsystem'],
    ...['-drive', `file=${quote(image)},if=none,id=disk,format=raw`],
    ...['-device', `nvme,id=pf,serial=pasidctl-pf,subsys=subsystem,${flexible},addr=${slotOf(NVME_ADDRESS)}`],
    ...['-device', 'nvme-ns,drive=disk,bus=pf'],
  ];
}

function slotOf(address: string): string {
  return address.slice('0000:00:'.length);
}

function lookInto({ ram, monitor, trace }: VmWindow, memoryMiB: number): readonly string[] {
  return [
    ...['-object', `memory-backend-file,id=ram,size=${memoryMiB}M,mem-path=${quote(ram)},share=on`],
    ...['-qmp', `unix:${quote(monitor)},server=on,wait=off`],
    ...['-trace', 'vtd_inv_desc', '-trace', 'vtd_reg_write', '-D', trace],
  ];
}

/** QEMU ends an option's value at a comma; a doubled comma is one. */
function quote(value: string): string {
  return value.replaceAll(',', ',,');
}
