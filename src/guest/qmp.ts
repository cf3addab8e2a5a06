/**
 * QEMU's machine protocol on a unix socket, only for commands of the human monitor: one JSON object a line, with events between.
 *
 * Source: QEMU docs/interop/qmp-spec.rst (11.1).
 */

import { connect, type Socket } from 'node:net';
import { textLines } from './text-lines.ts';

/** QEMU does not answer, or not according to the protocol. The message's subject is the socket. */
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
    if (!greeting.has('QMP')) throw new QmpError('it sent no QMP greeting');
    await execute(qmp, { execute: 'qmp_capabilities' });
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return {
    monitor: (command) =>
      execute(qmp, { execute: 'human-monitor-command', arguments: { 'command-line': command } }).catch((error) => {
        // A late answer would be read as that of the next command.
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

/** Send one command and wait for its answer → its text; empty when it is not a text. */
async function execute({ socket, next }: Connection, command: object): Promise<string> {
  socket.write(`${JSON.stringify(command)}\n`);
  for (;;) {
    const message = await next();
    if (message.has('error')) throw new QmpError(`QEMU refused ${JSON.stringify(command)}`);
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
    // The error below covers this case too.
  }
  throw new QmpError('it sent a line that is not a QMP message');
}

/** The time limit is per message. QEMU's rate limits of events bound how often it starts anew. */
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
