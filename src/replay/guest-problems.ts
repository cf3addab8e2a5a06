/** The errors that end `guest` and `replay`: a guest, script or log that cannot be used. */

import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { fileFault } from '../files/file-fault.ts';
import { STDIN_NAME } from '../files/read-whole.ts';
import { type FileLoss, UnusableInput } from '../guest/file-loss.ts';
import type { ScriptProblem } from '../guest/script.ts';
import type { Location } from '../model/source.ts';

export type WrongLine = Omit<ScriptProblem, 'kind'>;

/** The name of a script in messages. */
export function scriptName(path: string): string {
  return path === '-' ? STDIN_NAME : path;
}

/** @throws nothing: makes the error to throw */
export function wrongScriptLine(file: string, line: WrongLine): Refusal {
  return wrongLine('SCRIPT_INVALID', file, line);
}

/** @throws nothing: makes the error to throw */
export function wrongLogLine(file: string, line: WrongLine): Refusal {
  return wrongLine('TRACE_INVALID', file, line);
}

/** Without a text, the message has no excerpt of the line. */
function wrongLine(
  code: 'SCRIPT_INVALID' | 'TRACE_INVALID',
  file: string,
  { line, message, text }: WrongLine,
): Refusal {
  const range = { start: { line, column: 1 }, end: { line, column: Math.max(2, text.length + 1) } };
  const location: Location = { file, range };
  const source = text === '' ? null : `${'\n'.repeat(line - 1)}${text}`;
  return new Refusal('bad-spec', [diagnostic(code, `Line ${line}: ${message}.`, { location })], {
    locate: () => null,
    text: () => source,
  });
}

/** Advice for an unreadable input. */
const ADVICE = {
  script: 'Check the path and its permissions, or give - for standard input.',
  log: 'Give the file of QEMU’s option -D, and check its permissions.',
  ram: 'Give the file behind the guest’s memory, /proc/PID/fd/N of a memfd, or an image of it, and check its permissions.',
  socket:
    'Give the socket of `-qmp unix:PATH,server=on,wait=off`, check its permissions, and disconnect other clients.',
} as const;

export type GuestInput = keyof typeof ADVICE;

/** @throws nothing: makes the error to throw */
export function unreadable(input: GuestInput, name: string, error: Error): Refusal {
  const fault = fileFault(error);
  if (input === 'socket' && fault.errno === 'ECONNREFUSED') {
    const message = `${name} is not a socket on which QEMU listens.`;
    return new Refusal('no-input', [diagnostic('GUEST_UNREADABLE', message, { advice: ADVICE.socket })]);
  }
  const message =
    error instanceof UnusableInput ? `${name} ${error.message}.` : `${name} cannot be read: ${fault.words}.`;
  // The path is corrected as this input asks for, another fault as for any file.
  const advice = fault.kind !== 'other' || fault.errno === null ? ADVICE[input] : fault.advice;
  return new Refusal('no-input', [diagnostic('GUEST_UNREADABLE', message, { advice })]);
}

const LOG_LOSS: Readonly<Record<FileLoss, string>> = {
  truncated: 'was shortened while it was read',
  replaced: 'is another file now, and nobody writes the former one',
  removed: 'was removed, and nobody writes it any more',
};

/** @throws nothing: makes the error to throw */
export function lostLog(name: string, loss: FileLoss): Refusal {
  return new Refusal('bad-spec', [diagnostic('TRACE_LOG_LOST', `${name} ${LOG_LOSS[loss]}.`)]);
}

const MEMORY_LOSS: Readonly<Record<FileLoss, string>> = {
  truncated: 'was shortened while it was read',
  replaced: 'is another file now, and no process has the former one open as memory',
  removed: 'was removed, and no process has it open as memory',
};

/** @throws nothing: makes the error to throw */
export function lostMemory(name: string, loss: FileLoss): Refusal {
  return new Refusal('bad-spec', [diagnostic('TRACE_MEMORY_LOST', `${name} ${MEMORY_LOSS[loss]}.`)]);
}
