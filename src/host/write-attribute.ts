/**
 * One write to an attribute of /sys, in a child process: an unbind waits in the kernel, uninterruptibly, for as long as a
 * process has the device open.
 *
 * The child is the same Node with a short program that prints the errno of the failed call, which a shell does not.
 */

import { statSync } from 'node:fs';
import { ERRNO } from '../uapi/errno.ts';
import { runChild } from './run-child.ts';

/**
 * open, one write(2), close; prints 0 or the negative errno. Write-only, since sysfs refuses to open `unbind` for reading.
 * The text is passed as hexadecimal, since it may contain newlines and NUL.
 */
const PROGRAM = `const fs=require('fs'),c=fs.constants;let r=0;
try{const f=fs.openSync(process.argv[1],c.O_WRONLY|c.O_TRUNC);fs.writeSync(f,Buffer.from(process.argv[2],'hex'));fs.closeSync(f)}
catch(e){r=e.errno||-5}fs.writeSync(1,String(r))`;

/**
 * 0 or a negative errno; −ETIMEDOUT after the deadline. The text is written unchanged. An empty text is written as a newline,
 * since an empty write(2) does not reach the attribute, and an empty line clears `driver_override`.
 */
export async function writeAttribute(file: string | null, text: string, deadlineMs: number): Promise<number> {
  const stat = file === null ? undefined : statSync(file, { throwIfNoEntry: false });
  if (file === null || stat === undefined) return -ERRNO.ENOENT;
  if (!stat.isFile()) return -ERRNO.EINVAL;
  const bytes = Buffer.from(text === '' ? '\n' : text);
  const args = ['-e', PROGRAM, file, bytes.toString('hex')];
  const result = await runChild({ program: process.execPath, args, deadlineMs });
  if (typeof result === 'number') return result;
  return /^-?\d+$/.test(result.stdout) ? Number(result.stdout) : -ERRNO.EIO;
}
