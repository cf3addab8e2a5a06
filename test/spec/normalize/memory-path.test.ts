import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOf, normalizePath } from '../../../src/spec/normalize/memory-path.ts';

const path = fc
  .array(fc.constantFrom('', '.', '..', 'a', 'b', '...', 'a..'), { maxLength: 8 })
  .map((names) => `/${names.join('/')}`);

describe('paths of memory files', () => {
  test('a path without a fault is the one that Linux understands, and normalizing it again changes nothing', () => {
    fc.assert(
      fc.property(path, (written) => {
        const normal = normalizePath(written);
        expect(normalizePath(normal)).toBe(normal);
        if (faultOf(normal) === null) expect(normal).toBe(posix.normalize(written));
      }),
    );
  });

  test.each(['/', '//', '/.', '/dev/shm/', '/dev/shm/.', '/dev/shm/..', '/dev/shm/../../etc/x'])(
    '%s has one',
    (text) => {
      expect(faultOf(normalizePath(text))).not.toBeNull();
    },
  );

  test('a path that goes up is refused with what it means', () => {
    expect(faultOf(normalizePath('/dev/shm/../../etc/x'))).toContain('/etc/x');
  });

  test('names and paths may be as long as Linux allows, counted in bytes', () => {
    expect(faultOf(`/${'x'.repeat(255)}`)).toBeNull();
    expect(faultOf(`/${'é'.repeat(128)}`)).toContain('256 bytes');
    expect(faultOf('/x'.repeat(2047))).toBeNull();
    expect(faultOf('/x'.repeat(2048))).toContain('4096 bytes');
  });
});
