import { describe, expect, it } from 'vitest';
import { diskTree } from '../../src/host/disk-tree.ts';
import { readMemory } from '../../src/host/machine-memory.ts';
import { readProcess } from '../../src/host/process-facts.ts';
import { textTree } from '../support/text-tree.ts';

const POOL = '/sys/kernel/mm/hugepages/hugepages-2048kB';

describe('memory of the machine', () => {
  it('is that of meminfo, with its pools of huge pages by size', () => {
    const tree = textTree(`
/proc/meminfo = MemTotal:       24683620 kB\\nMemFree:        23451040 kB\\nMemAvailable:   24129248 kB
/sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages = 2
/sys/kernel/mm/hugepages/hugepages-1048576kB/free_hugepages = 2
${POOL}/nr_hugepages = 64
${POOL}/free_hugepages = 32
${POOL}/resv_hugepages = 8
${POOL}/nr_overcommit_hugepages = 10
${POOL}/surplus_hugepages = 3
/sys/kernel/mm/hugepages/other/nr_hugepages = 5
`);
    expect(readMemory(tree)).toEqual({
      totalBytes: 24_683_620n << 10n,
      availableBytes: 24_129_248n << 10n,
      hugePages: [
        { pageBytes: 1n << 21n, total: 64, free: 24, growth: 7 },
        { pageBytes: 1n << 30n, total: 2, free: 2, growth: 0 },
      ],
    });
  });

  it.each(['', 'MemTotal: x kB'])('is not known from %j', (text) => {
    expect(readMemory(textTree(`/proc/meminfo = ${text}`))).toBeNull();
  });

  it('has pools although meminfo cannot be read, and the other way round', () => {
    const pool = `${POOL}/nr_hugepages = 4\n${POOL}/free_hugepages = 0`;
    const hugePages = [{ pageBytes: 1n << 21n, total: 4, free: 0, growth: 0 }];
    expect(readMemory(textTree(pool))).toEqual({ totalBytes: null, availableBytes: null, hugePages });
    const half = { totalBytes: 1024n, availableBytes: null, hugePages: [] };
    expect(readMemory(textTree('/proc/meminfo = MemTotal: 1 kB'))).toEqual(half);
  });

  it.each(['nr', 'free'])('does not take a pool for empty when its %s_hugepages cannot be read', (name) => {
    expect(readMemory(textTree(`${POOL}/${name}_hugepages = x\n${POOL}/resv_hugepages = 0`))).toBeNull();
  });

  it('is there on this machine', () => {
    const memory = readMemory(diskTree());
    expect(memory?.totalBytes).toBeGreaterThan(memory?.availableBytes ?? 0n);
  });
});

describe('what this process may do', () => {
  const status = (capabilities: string): string =>
    `/proc/self/status = Name:\\tnode\\nUid:\\t1000\\t1001\\t1000\\t1000\\nCapEff:\\t${capabilities}`;
  const limits = (soft: string): string =>
    `/proc/self/limits = Limit Soft Limit Hard Limit Units\\nMax locked memory         ${soft}              unlimited            bytes`;

  it.each([
    ['0000000000000000', false, false],
    ['0000000000004000', true, false],
    ['0000000000200000', false, true],
    ['000001ffffffffff', true, true],
  ])('is in its capabilities: %s', (capabilities, mayLock, mayReadConfig) => {
    expect(readProcess(textTree(`${status(capabilities)}\n${limits('8388608')}`))).toEqual({
      ...{ uid: 1001, inFirstNamespace: true, mayLock, mayReadConfig, memlockBytes: 8_388_608n, mayOpenIommufd: null },
    });
  });

  it('is nothing by capabilities of another user namespace', () => {
    const tree = textTree(
      `${status('000001ffffffffff')}\n${limits('unlimited')}\n/proc/self/ns/user -> user:[4026532220]`,
    );
    expect(readProcess(tree)).toMatchObject({
      inFirstNamespace: false,
      mayLock: false,
      mayReadConfig: false,
      memlockBytes: null,
    });
  });

  it.each([
    ['no files', ''],
    ['no limits', status('0000000000000000')],
    ['garbage', '/proc/self/status = CapEff:\\tzz\n/proc/self/limits = Max locked memory many'],
  ])('is not known with %s', (_, text) => {
    expect(readProcess(textTree(text))).toBeNull();
  });

  it('is known on this machine', () => {
    expect(readProcess(diskTree())?.uid).toBe(process.geteuid?.());
  });
});
