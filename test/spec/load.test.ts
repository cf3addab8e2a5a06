import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { asksForNothing } from '../../src/model/spec.ts';
import { loadSpecs } from '../../src/spec/load.ts';
import { codes, HEADER, noStdin, stdinOf, summarize } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'pasidctl-load-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function fileOf(content: string | Uint8Array): string {
  const path = join(folder, `${count++}.yaml`);
  writeFileSync(path, content);
  return path;
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(folder, 'conf-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

const device = (name: string, address: string): string =>
  `${HEADER}devices: [{ name: ${name}, address: "${address}" }]\n`;

describe('loadSpecs', () => {
  test('files are joined in the order given', async () => {
    const paths = [fileOf(device('b', '6f:01.0')), fileOf(device('a', '6a:01.0'))];
    const { spec } = await loadSpecs(paths, noStdin);
    expect(spec?.devices.map(({ name }) => name)).toEqual(['b', 'a']);
  });

  test('of a folder, every *.yaml and *.yml is read in name order, and nothing else', async () => {
    const path = folderOf({
      '20.yml': device('b', '6f:01.0'),
      '10.yaml': device('a', '6a:01.0'),
      '.hidden.yaml': 'nonsense',
      'notes.txt': 'nonsense',
      'old.yaml.bak': 'nonsense',
    });
    mkdirSync(join(path, 'sub'));
    writeFileSync(join(path, 'sub', '30.yaml'), 'nonsense');
    const { spec, diagnostics } = await loadSpecs([path], noStdin);
    expect(diagnostics).toEqual([]);
    expect(spec?.devices.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('a dash reads standard input, and its diagnostics say so', async () => {
    const { diagnostics } = await loadSpecs(['-'], { stdin: stdinOf([HEADER, Buffer.from('devicse: []\n')]) });
    expect(diagnostics.map((item) => `${item.location?.file} ${summarize(item)}`)).toEqual([
      '<stdin> SPEC_UNKNOWN_FIELD 3:1-3:8',
    ]);
  });

  test('characters that are cut in two by the chunks of standard input arrive whole', async () => {
    const bytes = Buffer.from(`${HEADER}metadata: { name: Gerät }\n`);
    const chunks = [...bytes].map((byte) => Uint8Array.of(byte));
    const { diagnostics } = await loadSpecs(['-'], { stdin: stdinOf(chunks) });
    expect(diagnostics).toEqual([]);
  });

  test('a path that is given twice is read once', async () => {
    const path = fileOf(device('a', '6a:01.0'));
    const { spec } = await loadSpecs([path, path], noStdin);
    expect(spec?.devices).toHaveLength(1);
  });

  test('a missing file is an error of its own, and what it may declare is not called unknown', async () => {
    const rest = fileOf(`${HEADER}bindings: [{ device: dsa0, pasid: 1, passThrough: true }]\n`);
    const reading = await loadSpecs([join(folder, 'none.yaml'), rest], noStdin);
    expect(codes(reading)).toEqual(['SPEC_FILE_NOT_FOUND']);
    expect(reading.spec).toBeNull();
  });

  test('a folder that ends in .yaml inside a folder cannot be read', async () => {
    const path = folderOf({});
    mkdirSync(join(path, 'sub.yaml'));
    expect(codes(await loadSpecs([path], noStdin))).toEqual(['SPEC_FILE_UNREADABLE']);
  });

  test('standard input that fails cannot be read', async () => {
    const stdin = (async function* () {
      yield HEADER;
      throw Object.assign(new Error('broken'), { code: 'EIO' });
    })();
    expect(codes(await loadSpecs(['-'], { stdin }))).toEqual(['SPEC_FILE_UNREADABLE']);
  });

  test('a folder without specs is a warning', async () => {
    const reading = await loadSpecs([folderOf({})], noStdin);
    expect(codes(reading)).toEqual(['SPEC_EMPTY']);
    expect(reading.spec).not.toBeNull();
  });

  test.each([
    ['an empty file', '', true],
    ['only comments', '# nothing\n---\n# nothing\n', true],
    ['an explicit null', '--- null\n', true],
    ['a header alone', HEADER, true],
    ['empty lists', `${HEADER}devices: []\nviommus: []\nbindings: []\n`, true],
    ['a device', device('a', '6a:01.0'), false],
    ['a vIOMMU', `${HEADER}viommus: [{ name: g }]\n`, false],
  ])('%s: whether it asks for nothing is known', async (_name, text, asksNothing) => {
    for (const { spec } of [
      await loadSpecs([fileOf(text)], noStdin),
      await loadSpecs(['-'], { stdin: stdinOf([text]) }),
    ]) {
      expect(spec === null ? null : asksForNothing(spec)).toBe(asksNothing);
    }
  });

  test('a byte-order mark is no part of the text', async () => {
    expect(codes(await loadSpecs([fileOf(`\uFEFF${device('a', '6a:01.0')}`)], noStdin))).toEqual([]);
  });

  test('lines may end with carriage return and newline', async () => {
    const reading = await loadSpecs([fileOf(`${HEADER}devices: x\n`.replaceAll('\n', '\r\n'))], noStdin);
    expect(reading.diagnostics.map(summarize)).toEqual(['SPEC_WRONG_TYPE 3:10-3:11']);
  });

  test.each([
    ['Latin-1', Buffer.from('kind: H\xf6st', 'latin1'), 'SPEC_FILE_NOT_UTF8'],
    ['UTF-16', Buffer.from('\uFEFFkind: Host', 'utf16le'), 'SPEC_FILE_NOT_UTF8'],
    ['an executable', Buffer.from('\x7fELF\0\0'), 'SPEC_FILE_BINARY'],
    ['33 MiB', Buffer.alloc(33 << 20, '#'), 'SPEC_FILE_TOO_LARGE'],
  ])('%s is refused as a whole', async (_name, bytes, code) => {
    expect(codes(await loadSpecs([fileOf(bytes)], noStdin))).toEqual([code]);
  });

  test('many files beyond a limit are one error, at a place that exists', async () => {
    const folder = folderOf(Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [`${index}.yaml`, HEADER])));
    const { diagnostics } = await loadSpecs([folder], noStdin);
    const tooLarge = diagnostics.filter(({ code }) => code === 'SPEC_YAML_TOO_LARGE');
    expect(tooLarge).toHaveLength(1);
    expect(tooLarge[0]?.location?.range.start).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
    expect(Math.min(...Object.values(tooLarge[0]?.location?.range.start ?? {}))).toBeGreaterThan(0);
  });

  test('the files of a spec are not larger than one may be', async () => {
    const half = `${HEADER}#${'x'.repeat(17 << 20)}\n`;
    const folder = folderOf({ 'a.yaml': half, 'b.yaml': half });
    expect(codes(await loadSpecs([join(folder, 'a.yaml')], noStdin))).toEqual([]);
    expect(codes(await loadSpecs([folder], noStdin))).toEqual(['SPEC_FILE_TOO_LARGE']);
  });

  test('an endless device is not read at all, and an endless stream is given up', async () => {
    expect(codes(await loadSpecs(['/dev/zero'], noStdin))).toEqual(['SPEC_FILE_UNREADABLE']);
    const stdin = (async function* () {
      for (;;) yield Buffer.alloc(1 << 20, '#');
    })();
    expect(codes(await loadSpecs(['-'], { stdin }))).toEqual(['SPEC_FILE_TOO_LARGE']);
  });
});
