/**
 * QEMU's machine protocol on a unix socket, only for commands of the human monitor: one JSON object a line, with events between.
 *
 * Source: QEMU docs/interop/qmp-spec.rst (11.1).
 */

import { connect, type Socket } from 'node:net';
import { count } from '../text/amounts.ts';
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
  /** For the connection with its greeting, and for each answer, whatever comes before it. */
  readonly timeoutMs?: number;
}

const LINE_LIMIT = 2 ** 24;

/** Connect and leave negotiation mode. Undone by: close. @throws QmpError */
export async function openQmp(path: string, { timeoutMs = 5000 }: QmpOptions = {}): Promise<Qmp> {
  const socket = connect({ path });
  const connection: Connection = { socket, messages: messagesOf(socket), sent: 0, timeoutMs };
  try {
    const greeting = await within(timeoutMs, () => 'no greeting', connection.messages.next());
    if (!greeting.has('QMP')) throw new QmpError('it sent no QMP greeting');
    await execute(connection, { execute: 'qmp_capabilities' });
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return {
    monitor: (command) =>
      execute(connection, { execute: 'human-monitor-command', arguments: { 'command-line': command } }).catch(
        (error) => {
          // A late answer would be read as that of the next command.
          socket.destroy();
          throw error;
        },
      ),
    close: () => socket.destroy(),
  };
}

type Message = ReadonlyMap<string, unknown>;

interface Connection {
  readonly socket: Socket;
  readonly messages: Messages;
  readonly timeoutMs: number;
  /** Commands so far; the number of a command is its id. */
  sent: number;
}

/** Send one command and wait for its answer → its text; empty when it is not a text. */
function execute(connection: Connection, command: object): Promise<string> {
  const { socket, timeoutMs } = connection;
  connection.sent += 1;
  socket.write(`${JSON.stringify({ ...command, id: connection.sent })}\n`);
  const events = { count: 0 };
  const missing = (): string =>
    events.count === 0 ? 'no answer' : `no answer, but ${count(events.count, 'other message')},`;
  return within(timeoutMs, missing, answer(connection, command, events));
}

async function answer({ messages, sent }: Connection, command: object, events: { count: number }): Promise<string> {
  for (;;) {
    const message = await messages.next();
    if (!message.has('error') && !message.has('return')) {
      events.count += 1;
      continue;
    }
    // Of a command that it could not read, QEMU does not know the id.
    if (message.has('error') && !message.has('id')) throw new QmpError(`QEMU refused ${JSON.stringify(command)}`);
    if (message.get('id') !== sent) throw new QmpError('it answered another command than was sent');
    if (message.has('error')) throw new QmpError(`QEMU refused ${JSON.stringify(command)}`);
    const text = message.get('return');
    return typeof text === 'string' ? text : '';
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
      if (value.isCut) throw new QmpError('it closed the connection within a message');
      if (value.problem !== null) throw new QmpError(`it sent what is not a QMP message: ${value.problem}`);
      return parseMessage(value.text);
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

/**
 * The time limit is for what is waited for, and not for silence: a peer that sends events without end is late like one that
 * sends nothing.
 */
async function within<T>(timeoutMs: number, missing: () => string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QmpError(`${missing()} within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
