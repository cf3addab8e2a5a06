/**
 * QEMU's machine protocol on a unix socket, as far as the human monitor: one JSON object a line, events in between.
 *
 * Source: QEMU docs/interop/qmp-spec.rst (11.1).
 */

import { connect, type Socket } from 'node:net';
import { textLines } from './text-lines.ts';

/** The socket or QEMU behind it does not answer as it should. */
export class QmpError extends Error {
  override readonly name = 'QmpError';
}

export interface Qmp {
  /** What a command of the human monitor prints. @throws QmpError */
  monitor(command: string): Promise<string>;
  close(): void;
}

interface QmpOptions {
  /** For the connection and for each answer. */
  readonly timeoutMs?: number;
}

const LINE_LIMIT = 2 ** 24;

/** Connect and leave negotiation mode. Undone by: close. @throws QmpError */
export async function openQmp(path: string, { timeoutMs = 5000 }: QmpOptions = {}): Promise<Qmp> {
  const socket = connect({ path });
  const messages = messagesOf(socket);
  const next = () => within(messages.next(), timeoutMs);
  const qmp = { socket, next };
  try {
    const greeting = await next();
    if (!greeting.has('QMP')) throw new QmpError('it greets as no QEMU does');
    await execute(qmp, { execute: 'qmp_capabilities' });
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return {
    monitor: (command) =>
      execute(qmp, { execute: 'human-monitor-command', arguments: { 'command-line': command } }).catch((error) => {
        // An answer that comes late would be taken for that of the next command.
        socket.destroy();
        throw error;
      }),
    close: () => socket.destroy(),
  };
}

type Message = ReadonlyMap<string, unknown>;

interface Connection {
  readonly socket: Socket;
  readonly next: () => Promise<Message>;
}

/** Send one command and wait for its answer; returns its text, empty when it is none. */
async function execute({ socket, next }: Connection, command: object): Promise<string> {
  socket.write(`${JSON.stringify(command)}\n`);
  for (;;) {
    const message = await next();
    if (message.has('error')) throw new QmpError(`QEMU refuses ${JSON.stringify(command)}`);
    if (!message.has('return')) continue;
    const answer = message.get('return');
    return typeof answer === 'string' ? answer : '';
  }
}

interface Messages {
  next(): Promise<Message>;
}

function messagesOf(socket: Socket): Messages {
  const lines = textLines(socket, LINE_LIMIT);
  return {
    async next() {
      const { value, done } = await lines.next().catch((error: Error) => {
        throw new QmpError(error.message, { cause: error });
      });
      if (done === true || value === undefined) throw new QmpError('it closed the connection');
      return parseMessage(value.problem === null ? value.text : '');
    },
  };
}

function parseMessage(text: string): Message {
  try {
    const message: unknown = JSON.parse(text);
    if (typeof message === 'object' && message !== null) return new Map(Object.entries(message));
  } catch {
    // Told below, with what is no object.
  }
  throw new QmpError('it answers with something that is no QMP message');
}

/** A flood of events must not keep a command waiting for ever: the time is per message, and bounded by QEMU's rate limits. */
async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QmpError(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
