/**
 * Boots a disposable VM, runs a shell script in it with the host's files as its root, and brings back what it left.
 *
 * Refuses to call a run good when the kernel complained: a warning, an oops or a taint fails the run even if every
 * program in it was content.
 */

import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { GuestTables } from './find-qemu.ts';
import type { VmTools } from './find-vm.ts';
import { buildInitramfs } from './initramfs.ts';
import { judgeRun } from './judge-run.ts';
import { qemuArgs, type VmDevices, type VmWindow } from './qemu-args.ts';
import { type VmRun, vmRun } from './vm-run.ts';
import { EndedBefore, type WatchedVm, watchedVm, whileRunning } from './watch-vm.ts';
import { CHECKOUT, prepareWorkFolder, readResults, removeWorkFolder, type WorkInputs } from './work-folder.ts';

export interface VmRequest extends Partial<Omit<WorkInputs, 'script'>> {
  /**
   * A /bin/sh script, run with `set -eu`, guest/prelude.sh and the work folder as current folder. The run fails when it
   * exits with another code than 0.
   */
  readonly script: string;
  /** Default: `mock`. */
  readonly devices?: VmDevices;
  /** What the guest's paging tables for the VT-d unit are, and so which QEMU it runs on. Default: `second-stage`. */
  readonly tables?: GuestTables;
  /** The kernel may warn and be tainted: what the script does is meant to. Default: false. */
  readonly allowTaint?: boolean;
  /** From the start of QEMU. Default: 240 000, many times what a run needs on an idle machine. */
  readonly timeoutMs?: number;
  /** Default: 2048. */
  readonly memoryMiB?: number;
  /** Words for the kernel's command line. */
  readonly kernelArguments?: string;
  /** Runs on the host while the VM does, and looks into it. The run fails when it does, and ends no sooner. */
  readonly watch?: (vm: WatchedVm) => Promise<void>;
}

const DISK_BYTES = 16 * 1024 * 1024;
const DEFAULT_TIMEOUT_MS = 240_000;
const DEFAULT_MEMORY_MIB = 2048;

type FoundTools = VmTools & { readonly kind: 'found' };

/** Throws with the console's tail when the VM or its kernel failed. PASIDCTL_KEEP_VM=1 keeps the folders. */
export async function bootVm(tools: FoundTools, request: VmRequest): Promise<VmRun> {
  const workFolder = await prepareWorkFolder({ files: {}, programs: {}, ...request });
  const privateFolder = await mkdtemp(join(tmpdir(), 'pasidctl-qemu-'));
  try {
    return await runQemu(tools, request, { workFolder, privateFolder });
  } finally {
    if (process.env.PASIDCTL_KEEP_VM === '1') process.stderr.write(`kept ${workFolder} and ${privateFolder}\n`);
    else {
      await removeWorkFolder(workFolder);
      await rm(privateFolder, { recursive: true, force: true });
    }
  }
}

interface Folders {
  readonly workFolder: string;
  /** Disk and initramfs: the guest does not see it. */
  readonly privateFolder: string;
}

async function runQemu(tools: FoundTools, request: VmRequest, { workFolder, privateFolder }: Folders): Promise<VmRun> {
  const { devices = 'mock', allowTaint = false } = request;
  const found = tools.qemus[request.tables ?? 'second-stage'];
  if ('missing' in found) throw new Error(found.missing);
  const initramfs = join(privateFolder, 'initramfs.cpio');
  await writeFile(initramfs, await buildInitramfs(tools.busybox));
  const window = request.watch === undefined ? null : windowIn(privateFolder);
  const args = qemuArgs({
    kernel: tools.kernel,
    initramfs,
    workFolder,
    checkout: CHECKOUT,
    memoryMiB: request.memoryMiB ?? DEFAULT_MEMORY_MIB,
    disk: devices === 'mock' ? null : await sparseDisk(join(privateFolder, 'disk.img')),
    sibling: devices === 'vtd-nvme-pair' ? await sparseDisk(join(privateFolder, 'sibling.img')) : null,
    virtualFunctions: devices === 'vtd-nvme-vfs' ? 2 : 0,
    interruptRemapping: devices !== 'vtd-nvme-no-remapping',
    unit: found.unit,
    kernelArguments: request.kernelArguments ?? '',
    window,
  });
  const { result: qemu, failure } = await whileRunning(
    (cancelSignal) =>
      execa(found.program, args, {
        stdin: 'ignore',
        all: true,
        reject: false,
        timeout: request.timeoutMs ?? DEFAULT_TIMEOUT_MS,
        cancelSignal,
      }),
    async (ended) => {
      if (window !== null) await request.watch?.(watchedVm(window, workFolder, ended));
    },
  );
  if (failure !== null && !(failure.error instanceof EndedBefore)) throw failure.error;
  const console = (qemu.all ?? '').replaceAll('\r', '');
  await writeFile(join(privateFolder, 'console'), console);
  const ended = {
    timedOut: qemu.timedOut,
    console,
    totalMs: Math.round(qemu.durationMs),
    results: await readResults(workFolder),
    allowTaint,
  };
  judgeRun(ended);
  if (failure !== null) throw failure.error;
  return vmRun(ended);
}

function windowIn(folder: string): VmWindow {
  return { ram: join(folder, 'ram'), monitor: join(folder, 'monitor'), trace: join(folder, 'trace') };
}

async function sparseDisk(path: string): Promise<string> {
  await writeFile(path, '');
  await truncate(path, DISK_BYTES);
  return path;
}
