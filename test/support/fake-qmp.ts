/** A monitor socket that answers as told, line by line. */

import { createServer, type Server } from 'node:net';
import { createInterface } from 'node:readline';

/**
 * The answer to one request as a line, or several; `null` says nothing, `'hang-up'` closes. Answers without an id get that of
 * the request, as from QEMU.
 */
export type Answer = (command: string) => readonly unknown[] | string | null;

export interface FakeQmp {
  readonly path: string;
  /** Commands of the human monitor, in order. */
  readonly commands: readonly string[];
  close(): Promise<void>;
}

/** Greets, leaves negotiation, and hands each monitor command to `answer`. Undone by: close. */
export async function fakeQmp(path: string, answer: Answer, greeting: unknown = { QMP: {} }): Promise<FakeQmp> {
  const commands: string[] = [];
  const server: Server = createServer((socket) => {
    const say = (message: unknown): boolean =>
      socket.write(typeof message === 'string' ? message : `${JSON.stringify(message)}\n`);
    socket.on('error', () => undefined);
    say(greeting);
    createInterface({ input: socket }).on('line', (line) => {
      const request = JSON.parse(line);
      if (request.execute === 'qmp_capabilities') return say({ return: {}, id: request.id });
      const command: string = request.arguments['command-line'];
      commands.push(command);
      const messages = answer(command);
      if (messages === 'hang-up') return socket.destroy();
      if (typeof messages === 'string') return say(messages);
      return messages?.forEach((message) => {
        say(isAnswer(message) ? { id: request.id, ...message } : message);
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(path, resolve);
  });
  return {
    path,
    commands,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

function isAnswer(message: unknown): message is object {
  return typeof message === 'object' && message !== null && ('return' in message || 'error' in message);
}
