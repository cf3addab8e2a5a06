import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guestTables } from '../../src/guest/guest-tables.ts';
import { parseDump, parseMemoryTree } from '../../src/guest/monitor-text.ts';
import { openQmp, QmpError } from '../../src/guest/qmp.ts';
import { openQmpGuest } from '../../src/guest/qmp-guest.ts';
import { openQmpMemory } from '../../src/guest/qmp-memory.ts';
import { WALK_LIMITS } from '../../src/guest/walk-item.ts';
import { type Answer, fakeQmp } from '../support/fake-qmp.ts';
import { guestImage, IMAGE_WORDS } from '../support/guest-image.ts';
import { monitorAnswers } from '../support/monitor-answers.ts';

let folder = '';
let sockets = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-qmp-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function withServer<T>(answer: Answer, use: (path: string) => Promise<T>, greeting?: unknown): Promise<T> {
  sockets += 1;
  const server = await fakeQmp(join(folder, `s${sockets}`), answer, ...(greeting === undefined ? [] : [greeting]));
  try {
    return await use(server.path);
  } finally {
    await server.close();
  }
}

/** A peer that says `before`, and then sends again and again. */
async function withFlood(before: string, send: (socket: Socket) => void, use: (path: string) => Promise<void>) {
  sockets += 1;
  const path = join(folder, `s${sockets}`);
  const server = createServer((socket) => {
    const timer = setInterval(() => send(socket), 5);
    socket.on('error', () => undefined);
    socket.on('close', () => clearInterval(timer));
    socket.resume();
    if (before !== '') socket.write(before);
  });
  server.listen(path);
  await once(server, 'listening');
  try {
    await use(path);
  } finally {
    server.close();
  }
}

const answering =
  (answers: (command: string) => string): Answer =>
  (command) => [{ return: answers(command) }];

describe('the monitor socket', () => {
  const ask = (answer: Answer, greeting?: unknown) =>
    withServer(
      answer,
      async (path) => {
        const qmp = await openQmp(path, { timeoutMs: 200 });
        try {
          return await qmp.monitor('info version');
        } finally {
          qmp.close();
        }
      },
      greeting,
    );

  it('answers with the text of the command, whatever events come between', async () => {
    const events = [{ event: 'STOP' }, { event: 'RESUME', data: {} }];
    expect(await ask((command) => [...events, { return: `${command}!` }])).toBe('info version!');
  });

  it.each<[string, Answer, unknown]>([
    ['it never answers', () => null, undefined],
    ['it hangs up', () => 'hang-up', undefined],
    ['it refuses', () => [{ error: { class: 'GenericError' } }], undefined],
    ['it answers with no JSON', () => 'nonsense\n', undefined],
    ['it answers with a number', () => [1], undefined],
    ['it answers half a message and hangs up later', () => '{"return": "half', undefined],
    ['it answers another command', () => [{ return: 'late', id: 7 }], undefined],
    ['it answers without saying which command', () => '{"return": "whose"}\n', undefined],
    ['it greets as something else', () => null, { hello: 1 }],
    ['it greets with an event', () => null, { event: 'STOP' }],
    ['it greets with nonsense', () => null, 'SSH-2.0\n'],
  ])('fails with one kind of error when %s', async (_, answer, greeting) => {
    await expect(ask(answer, greeting)).rejects.toThrow(QmpError);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['events', (socket) => socket.write('{"event": "BALLOON_CHANGE"}\n'.repeat(100))],
    ['a line without an end', (socket) => socket.write(' '.repeat(100))],
  ])('fails in time although the peer never stops sending %s', async (_, send) => {
    for (const before of ['', '{"QMP": {}}\n', '{"QMP": {}}\n{"return": {}, "id": 1}\n']) {
      const started = performance.now();
      await withFlood(before, send, async (path) => {
        const asked = openQmp(path, { timeoutMs: 300 }).then((qmp) => qmp.monitor('info version'));
        await expect(asked).rejects.toThrow(QmpError);
      });
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });

  it('says how many messages came instead of the answer', async () => {
    const flood = Array.from({ length: 1200 }, () => ({ event: 'RESUME' }));
    await expect(ask(() => flood)).rejects.toThrow('no answer, but 1,200 other messages, within 200 ms');
  });

  it('says that the peer left in the middle of a message', async () => {
    await withFlood(
      '{"QMP": {}}\n{"ret',
      (socket) => socket.end(),
      async (path) => {
        await expect(openQmp(path)).rejects.toThrow('it closed the connection within a message');
      },
    );
  });

  it('fails with the same error when there is none', async () => {
    await expect(openQmp(join(folder, 'none'))).rejects.toThrow(QmpError);
    await expect(openQmp(folder)).rejects.toThrow(QmpError);
  });
});

describe('what the monitor prints', () => {
  it('as memory is only the address space of that name', () => {
    const [first, second, ...others] = parseMemoryTree(monitorAnswers(new Uint8Array(0))('info mtree -f')) ?? [];
    expect([first, second]).toEqual([
      { first: 0n, end: 0x4000n },
      { first: 0x4000n, end: 0x1_0000n },
    ]);
    expect(others.length).toBe(1);
    expect(parseMemoryTree('unknown command: info mtree')).toBeNull();
  });

  it('of words is taken whole or not at all', () => {
    const request = { address: 0x1000n, count: 3 };
    const lines = [
      '0000000000001000: 0x0000000000000001 0x8000000000000000',
      '0000000000001010: 0x0000000000000002',
    ] as const;
    expect(parseDump(`${lines.join('\r\n')}\r\n`, request)).toEqual([1n, 1n << 63n, 2n]);
    expect(parseDump('0000000000001000: Cannot access memory\n', request)).toBeNull();
    expect(parseDump(lines[0], request)).toBeNull();
    expect(parseDump(lines.toReversed().join('\n'), request)).toBeNull();
  });
});

describe('memory through the monitor', () => {
  const image = guestImage();

  it('is dead until it is fetched, and a hole where QEMU has none', async () => {
    await withServer(answering(monitorAnswers(image.bytes)), async (path) => {
      const qmp = await openQmp(path);
      const memory = await openQmpMemory(qmp);
      const into = new Uint8Array(32);
      expect(memory.read(0x1ff0n, into)).toBe('dead');
      expect(await memory.fetch()).toBe(2);
      expect(memory.read(0x1ff0n, into)).toBe('ok');
      expect(into).toEqual(image.bytes.slice(0x1ff0, 0x2010));
      expect(memory.read(0x3ff0n, into)).toBe('dead');
      expect(memory.read(0xfff0n, into)).toBe('hole');
      expect(memory.read(0xfed90000n, into)).toBe('hole');
      qmp.close();
    });
  });

  it('stays dead where the monitor cannot read it', async () => {
    const answers = monitorAnswers(image.bytes);
    const failing = (command: string) =>
      command.startsWith('xp /512') ? '0000000000001000: Cannot access memory\r\n' : answers(command);
    await withServer(answering(failing), async (path) => {
      const guest = await openQmpGuest(path);
      const { items } = await guestTables(guest, { pasidBits: 20, limits: WALK_LIMITS });
      expect([...items]).toMatchObject([{ kind: 'problem', problem: 'dead', table: 'root table' }]);
      guest.close();
    });
  });

  it('gives the tables of a guest, each page asked for once', async () => {
    const asked: string[] = [];
    const answers = monitorAnswers(image.bytes);
    const noting = (command: string) => {
      asked.push(command);
      return answers(command);
    };
    await withServer(answering(noting), async (path) => {
      const guest = await openQmpGuest(path);
      expect(guest.registers).toEqual({
        rtaddr: 0x1400n,
        isTranslating: true,
        cap: 0x00d2008c22260206n,
        ecap: 0x0000480080f00f4an,
      });
      const { items, root } = await guestTables(guest, { pasidBits: 20, limits: WALK_LIMITS });
      expect(root).toEqual({ mode: 'scalable', rootTable: 0x1000n });
      expect([...items].map((item) => (item.kind === 'entry' ? item.pasid : item.kind))).toEqual(['function', 5, 70]);
      expect(asked.filter((command) => command.startsWith('xp /512')).length).toBe(IMAGE_WORDS.length - 2);
      guest.close();
    });
  });

  it.each(['0x00000000', '0xffffffff', 'Cannot access memory'])('is no vIOMMU when VER is %s', async (version) => {
    const answers = monitorAnswers(image.bytes);
    const without = (command: string) =>
      command.includes('0xfed90000') ? `00000000fed90000: ${version}\r\n` : answers(command);
    await withServer(answering(without), async (path) => {
      await expect(openQmpGuest(path)).rejects.toThrow(QmpError);
    });
  });
});
