import { describe, expect, test } from 'vitest';
import { readBody } from './support.ts';

const { sources, spec } = readBody(`devices:
  - name: dsa0
    address: 6a:01.0
viommus:
  - name: guest0
    pasidBits: 20
    firstStage: true
    memory: [{ file: /dev/shm/a, size: 4KiB, guestAddress: 0x1000 }]
    devices: [dsa0]
bindings:
  - device: dsa0
    pasid: 1
    firstStage: { pageTable: 0x1000 }
    domain:
`);

describe('sources', () => {
  const at = (path: readonly (string | number)[], key?: string) => {
    const location = sources.locate({ document: 0, path }, key);
    return location && `${location.range.start.line}:${location.range.start.column}-${location.range.end.column}`;
  };

  test('the spec that could not be read is still located', () => {
    expect(spec).toBeNull();
  });

  test('a scalar is located exactly', () => {
    expect(at(['viommus', 0, 'memory', 0, 'size'])).toBe('10:40-44');
    expect(at(['viommus', 0], 'pasidBits')).toBe('8:16-18');
  });

  test('a mapping over several lines is located by its first', () => {
    expect(at(['bindings', 0])).toBe('13:5-17');
  });

  test('a field that is not written is located by the mapping that lacks it', () => {
    expect(at(['viommus', 0], 'svm')).toBe('7:5-17');
  });

  test('a field without a value is located by its name', () => {
    expect(at(['bindings', 0, 'domain'])).toBe('16:5-11');
  });

  test('the PASIDs of a binding are found by either name', () => {
    expect(at(['bindings', 0], 'pasids')).toBe('14:12-13');
    expect(at(['bindings', 0], 'pasid')).toBe('14:12-13');
  });

  test('what is not in the file has no place', () => {
    expect(at(['devices', 7])).toBeNull();
    expect(at(['devices', 0, 'name', 'x'])).toBeNull();
    expect(sources.locate({ document: 9, path: [] })).toBeNull();
  });

  test('a value behind an alias is located where it is written, the alias itself where it stands', () => {
    const reading = readBody('metadata: &m { name: "a\\tb" }\ndevices: *m\n');
    const { sources: map } = reading;
    expect(map.locate({ document: 0, path: ['devices'] })?.range.start).toEqual({ line: 4, column: 10 });
    expect(map.locate({ document: 0, path: ['devices', 'name'] })?.range.start).toEqual({ line: 3, column: 22 });
  });

  test('a merged value is located where it is written, and a field of its own where that stands', () => {
    const { sources: map } = readBody(`devices:
  - &a { name: dsa0, address: "6a:01.0", release: keep }
  - &b { <<: *a, name: dsa1 }
  - { <<: [{ release: restore }, *b], address: "6b:01.0" }
`);
    const start = (index: number, key: string) =>
      map.locate({ document: 0, path: ['devices', index] }, key)?.range.start;
    expect(start(1, 'address')).toEqual({ line: 4, column: 31 });
    expect(start(1, 'name')).toEqual({ line: 5, column: 24 });
    expect(start(2, 'name')).toEqual({ line: 5, column: 24 });
    expect(start(2, 'release')).toEqual({ line: 6, column: 23 });
    expect(start(2, 'address')).toEqual({ line: 6, column: 48 });
  });

  test('the text of a file is there for excerpts', () => {
    expect(sources.text('spec.yaml')).toContain('dsa0');
    expect(sources.text('other.yaml')).toBeNull();
  });
});
