import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScript, type ScriptItem } from '../../src/guest/script.ts';

async function read(...pieces: readonly (string | Uint8Array)[]): Promise<ScriptItem[]> {
  const items: ScriptItem[] = [];
  for await (const item of readScript(pieces)) items.push(item);
  return items;
}

const operation = async (line: string) => {
  const [item] = await read(line);
  return item?.kind === 'operation' ? item.operation : item;
};

describe('every operation is read', () => {
  it.each([
    ['{"op": "registers", "cap": "0x81d2008c222f0606", "ecap": "0x899800f00f4e"}', { cap: 0x81d2008c222f0606n }],
    ['{"op":"write","gpa":"0x692000","hex":"0140FF"}', { gpa: 0x692000n, bytes: new Uint8Array([1, 0x40, 0xff]) }],
    [
      '{"op":"write","gpa":"0x692000","words":["0x8140","0xfedcba9876543210",7]}',
      { bytes: new Uint8Array(new BigUint64Array([0x8140n, 0xfedcba9876543210n, 7n]).buffer) },
    ],
    ['{"op":"register","name":"RTADDR","value":"0x692400"}', { name: 'RTADDR', value: 0x692400n }],
    ['{"op":"descriptor","lo":"0x200000025","hi":"0x14b004"}', { lo: 0x200000025n, hi: 0x14b004n }],
    ['{"op":"stage","n":3}', { n: 3 }],
    ['{"op":"reset"}', { op: 'reset' }],
    ['{"op":"resync"}', { op: 'resync' }],
    ['{"op":"unplug","device":"A"}', { device: 'A' }],
    ['{"op":"advance","ms":500}', { ms: 500 }],
    ['{"op":"fail","call":"attach","errno":"EBUSY","times":2}', { call: 'attach', errno: 16, times: 2 }],
    ['{"op":"fail","call":"hwpt-alloc","errno":-12}', { errno: 12, times: 1 }],
    [
      '{"op":"fault","device":"A","pasid":5,"address":"0x1000","group":3}',
      { pasid: 5, address: 0x1000n, group: 3, last: true, read: true, write: false },
    ],
    ['{"op":"response","device":"A","pasid":5,"group":3,"code":"0xf"}', { code: 15, group: 3 }],
    ['{"op":"response","device":"A","pasid":5,"code":"invalid"}', { code: 1, group: 0 }],
    ['{"op":"reset","comment":["anything"]}', { op: 'reset' }],
  ])('%s', async (line, expected) => {
    expect(await operation(line)).toMatchObject(expected);
  });

  it('config with devices and units, as a list or by name', async () => {
    const devices = '[{"name":"A","bdf":"00:05.0","unit":"dmar0","maxPasidLog2":20},{"name":"B","bdf":"0000:01:00.1"}]';
    const units = '{"dmar0":{"cap":"0x1","ecap":"0x2"}}';
    const line = `{"op":"config","pasidBits":8,"memoryBytes":1048576,"devices":${devices},"units":${units}}`;
    expect(await operation(line)).toEqual({
      op: 'config',
      pasidBits: 8,
      memory: [
        { guestAddress: 0n, bytes: 0xa_0000n },
        { guestAddress: 0xc_0000n, bytes: 0x4_0000n },
      ],
      devices: [
        { name: 'A', bdf: '0000:00:05.0', unit: 'dmar0', maxPasidLog2: 20, parentTakesPasids: true },
        { name: 'B', bdf: '0000:01:00.1', unit: null, maxPasidLog2: null, parentTakesPasids: true },
      ],
      units: [{ name: 'dmar0', cap: 1n, ecap: 2n }],
      engine: {},
    });
    expect(await operation('{"op":"config","units":[{"name":"dmar0","cap":1}]}')).toMatchObject({
      pasidBits: null,
      memory: null,
      devices: null,
      units: [{ name: 'dmar0', cap: 1n, ecap: null }],
    });
  });

  it('config with options of the engine, of which only those come that are there', async () => {
    const engine = { sharing: false, maxPerDevice: 7, maxEntries: 9, pasid0Gate: true, failedReplace: 'keep' };
    expect(await operation(JSON.stringify({ op: 'config', engine }))).toMatchObject({ engine });
    const one = { failedReplace: 'detach' };
    expect(await operation(JSON.stringify({ op: 'config', engine: one }))).toHaveProperty('engine', one);
  });
});

describe('a wrong line ends the script with its number', () => {
  it.each([
    ['an engine option of another kind', '{"op":"config","engine":{"failedReplace":"retry"}}'],
    ['an engine option that there is not', '{"op":"config","engine":{"shared":true}}'],
    ['no JSON', '{"op":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no operation', '{}'],
    ['an unknown operation', '{"op":"jump"}'],
    ['an inherited name as operation', '{"op":"toString"}'],
    ['an unknown field', '{"op":"reset","now":true}'],
    ['a missing field', '{"op":"write","gpa":"0x0"}'],
    ['a number that lost bits', '{"op":"write","gpa":9007199254740993,"hex":""}'],
    ['a negative address', '{"op":"write","gpa":-1,"hex":""}'],
    ['more than 64 bits', '{"op":"descriptor","lo":"0x10000000000000000","hi":"0x0"}'],
    ['both bytes and words', '{"op":"write","gpa":"0x0","hex":"00","words":["0x0"]}'],
    ['words that are no list', '{"op":"write","gpa":"0x0","words":"0x0"}'],
    ['a word of more than 64 bits', '{"op":"write","gpa":"0x0","words":["0x0","0x10000000000000000"]}'],
    ['half a byte', '{"op":"write","gpa":"0x0","hex":"123"}'],
    ['an unknown register', '{"op":"register","name":"RTADR","value":"0x0"}'],
    ['a stage that is no number', '{"op":"stage","n":"one"}'],
    ['an unknown call', '{"op":"fail","call":"ioctl","errno":1}'],
    ['an unknown errno', '{"op":"fail","call":"attach","errno":"EWHAT"}'],
    ['a PASID of 21 bits', '{"op":"fault","device":"A","pasid":1048576,"address":"0x0"}'],
    ['an address that is none', '{"op":"config","devices":[{"name":"A","bdf":"5"}]}'],
    ['a device twice', '{"op":"config","devices":[{"name":"A","bdf":"00:05.0"},{"name":"A","bdf":"00:06.0"}]}'],
    [
      'more units than can be told apart',
      JSON.stringify({ op: 'config', units: Array.from({ length: 129 }, (_, n) => ({ name: `dmar${n}` })) }),
    ],
    ['an address twice', '{"op":"config","devices":[{"name":"A","bdf":"00:05.0"},{"name":"B","bdf":"00:05.0"}]}'],
    ['config late', '{"op":"config"}'],
  ])('%s', async (_, line) => {
    const items = await read(`{"op":"reset"}\n\n${line}\n{"op":"reset"}\n`);
    expect(items.map((item) => [item.kind, item.line])).toEqual([
      ['operation', 1],
      ['problem', 3],
    ]);
  });

  it('a write beyond memory', async () => {
    const write = (gpa: string) => `{"op":"write","gpa":"${gpa}","hex":"0011"}`;
    const items = await read(`{"op":"config","memoryBytes":"0x1000"}\n${write('0xffe')}\n${write('0xfff')}\n`);
    expect(items.map(({ kind }) => kind)).toEqual(['operation', 'operation', 'problem']);
    expect((await read(write('0xffffffffffffffff'))).map(({ kind }) => kind)).toEqual(['problem']);
  });

  it.each([
    ['a 4 GiB guest, above 4 GiB', { memoryBytes: '0x100000000' }, '0x17ffffff8', true],
    ['a 4 GiB guest, beyond its end', { memoryBytes: '0x100000000' }, '0x180000000', false],
    ['a 4 GiB guest, where devices are', { memoryBytes: '0x100000000' }, '0x80000000', false],
    ['a guest, where the VGA window is', { memoryBytes: '0x100000000' }, '0xa0000', false],
    ['explicit memory', { memory: [{ guestAddress: '0x80000000', size: '0x1000' }] }, '0x80000ff8', true],
    ['explicit memory, below it', { memory: [{ guestAddress: '0x80000000', size: '0x1000' }] }, '0x7ffffff8', false],
  ])('a write to %s: taken or refused as that guest has memory', async (_, config, gpa, isTaken) => {
    const lines = [
      { op: 'config', ...config },
      { op: 'write', gpa, words: ['0x1'] },
    ];
    const items = await read(lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(items.map(({ kind, line }) => [kind, line])).toEqual([
      ['operation', 1],
      [isTaken ? 'operation' : 'problem', 2],
    ]);
  });

  it.each([
    ['both kinds of memory', { memoryBytes: 4096, memory: [{ guestAddress: 0, size: 4096 }] }, 'both'],
    ['memory that is no whole page', { memoryBytes: 4097 }, 'multiple of 4096'],
    ['no memory at all', { memoryBytes: 0 }, 'multiple of 4096'],
    ['more memory than addresses', { memoryBytes: '0xfffffffffffff000' }, '2^52'],
    ['an empty list', { memory: [] }, 'empty list'],
    ['a range that is no object', { memory: [4096] }, 'memory range'],
    ['an unaligned range', { memory: [{ guestAddress: 8, size: 4096 }] }, 'multiple of 4096'],
    ['a range of an unaligned size', { memory: [{ guestAddress: 0, size: 8 }] }, 'multiple of 4096'],
    ['a range of nothing', { memory: [{ guestAddress: 0, size: 0 }] }, 'not 0'],
    ['a range beyond 2^64', { memory: [{ guestAddress: '0xfffffffffffff000', size: 8192 }] }, 'beyond 2^64'],
    [
      'ranges that overlap',
      {
        memory: [
          { guestAddress: 4096, size: 4096 },
          { guestAddress: 0, size: 8192 },
        ],
      },
      '0x1000 twice',
    ],
  ])('%s', async (_, config, told) => {
    const [item] = await read(JSON.stringify({ op: 'config', ...config }));
    expect(item).toMatchObject({ kind: 'problem', line: 1, message: expect.stringContaining(told) });
  });

  it('a line of more than 16 MiB, whether or not it ends', async () => {
    const long = 'x'.repeat(2 ** 24 + 5000);
    for (const text of [long, `${long}\n`]) {
      expect((await read(text)).map(({ kind }) => kind)).toEqual(['problem']);
    }
  });

  it('bytes that are not UTF-8', async () => {
    expect((await read(new Uint8Array([0xff, 0xfe, 10]))).map(({ kind }) => kind)).toEqual(['problem']);
    expect((await read(new Uint8Array([0xc3]))).map(({ kind }) => kind)).toEqual(['problem']);
  });

  it('nesting that is too deep for any stack', async () => {
    for (const line of ['['.repeat(1e6), `{"op":${'['.repeat(1e6)}${']'.repeat(1e6)}}`]) {
      expect((await read(line)).map(({ kind }) => kind)).toEqual(['problem']);
    }
  });
});

it('pieces may end anywhere, lines with or without carriage return', async () => {
  const bytes = new TextEncoder().encode('{"op":"unplug","device":"Ä"}\r\n\n{"op":"stage","n":7}');
  const whole = await read(bytes);
  expect(whole.map(({ line }) => line)).toEqual([1, 3]);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(bytes.length)), async (cuts) => {
      const ends = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const pieces = ends.slice(1).map((end, index) => bytes.slice(ends[index], end));
      expect(await read(...pieces)).toEqual(whole);
    }),
  );
});

it('no text whatever makes reading throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.uint8Array()), async (text) => {
      for (const item of await read(text)) expect(['operation', 'problem']).toContain(item.kind);
    }),
  );
});
