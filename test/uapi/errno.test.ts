import { constants } from 'node:os';
import { describe, expect, test } from 'vitest';
import { ERRNO, errnoName } from '../../src/uapi/errno.ts';

/** Names that Linux gives to one number, or that Node does not list. */
const OTHER_NAMES: Readonly<Record<string, number>> = { EDEADLOCK: 35, EBADE: 52, EBADFD: 77 };

describe('errno', () => {
  test.each(Object.entries(ERRNO))('%s is %d on this machine too', (name, value) => {
    const known: Readonly<Record<string, number>> = { ...OTHER_NAMES, ...constants.errno };
    expect(known[name]).toBe(value);
  });

  test('no two names share a number', () => {
    const values = Object.values(ERRNO);
    expect(new Set(values).size).toBe(values.length);
  });

  test.each(Object.entries(ERRNO))('%s is named from %d and from its negative', (name, value) => {
    expect(errnoName(value)).toBe(name);
    expect(errnoName(-value)).toBe(name);
  });

  test('a number without a name is shown as a number', () => {
    expect(errnoName(-4095)).toBe('errno 4095');
  });
});
