/** A real QEMU without a running guest: its memory is a file, and its registers are written from outside (qtest). */

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { vtdOptions } from './vtd-options.ts';

const QEMU = 'qemu-system-x86_64';

export function hasQemu(): boolean {
  try {
    execFileSync(QEMU, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface RealQemu {
  readonly monitor: string;
  /** The file behind its memory. */
  readonly ram: string;
  /** One qtest command, such as `writel 0xfed90018 0x80000000`. */
  qtest(command: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A q35 with an intel-iommu. Undone by: stop.
 *
 * @param ram  the file that is its memory; `null`: a memfd of its own
 */
export async function startQemu(folder: string, ram: string | null, sizeMib: number): Promise<RealQemu> {
  const [monitor, control] = [join(folder, 'qmp'), join(folder, 'qtest')];
  const unit = vtdOptions(execFileSync(QEMU, ['-device', 'intel-iommu,help'], { encoding: 'utf8' })).secondStage;
  const child = spawn(QEMU, qemuWords({ monitor, control, ram, sizeMib }, unit), { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
  });
  // Sockets are there before anybody listens; the monitor greets when memory and devices are there too.
  for (let turn = 0; !(existsSync(control) && (await greets(monitor))); turn += 1) {
    if (turn === 200 || child.exitCode !== null) throw new Error(`QEMU did not start (exit code ${child.exitCode})`);
    await wait(50);
  }
  const socket = connect(control);
  const answers = createInterface({ input: socket });
  return {
    monitor,
    ram: ram ?? memfdOf(child.pid),
    qtest: (command) =>
      new Promise((resolve, reject) => {
        answers.once('line', (answer) => (answer.startsWith('OK') ? resolve() : reject(new Error(answer))));
        socket.write(`${command}\n`);
      }),
    async stop() {
      socket.destroy();
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function greets(monitor: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(monitor);
    const end = (greeted: boolean): void => {
      socket.destroy();
      resolve(greeted);
    };
    socket.once('data', () => end(true));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });
}

/** The first memfd of a process, as others can open it. */
function memfdOf(pid: number | undefined): string {
  const folder = `/proc/${pid}/fd`;
  const fd = readdirSync(folder).find((name) => readlinkSync(join(folder, name)).startsWith('/memfd:'));
  if (fd === undefined) throw new Error('QEMU has no memfd');
  return join(folder, fd);
}

interface Places {
  readonly monitor: string;
  readonly control: string;
  readonly ram: string | null;
  readonly sizeMib: number;
}

/** Stopped (-S), so that no firmware writes into its memory. */
function qemuWords({ monitor, control, ram, sizeMib }: Places, unit: string): readonly string[] {
  const backend = ram === null ? 'memory-backend-memfd' : `memory-backend-file,mem-path=${ram}`;
  const options = [
    '-machine q35,memory-backend=m -accel tcg -S',
    `-m ${sizeMib}M -display none -nodefaults`,
    `-object ${backend},id=m,size=${sizeMib}M,share=on`,
    `-device intel-iommu,${unit}`,
    `-qmp unix:${monitor},server=on,wait=off`,
    `-qtest unix:${control},server=on,wait=off -qtest-log /dev/null`,
  ];
  return options.flatMap((words) => words.split(' '));
}
