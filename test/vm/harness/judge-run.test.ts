import { expect, test } from 'vitest';
import { findFaults } from './judge-run.ts';

const GOOD = {
  'exit-code': '0\n',
  'tainted-before': '0\n',
  'tainted-after': '0\n',
  dmesg: '[    0.0] DMAR: Host address width 39\n[    1.2] Freeing unused kernel image (initmem) memory: 864K\n',
};

function faultsOf(results: Readonly<Record<string, string>>, { timedOut = false } = {}): readonly string[] {
  return findFaults({ timedOut, console: '', totalMs: 1, results: new Map(Object.entries(results)) });
}

test('a run with exit code 0, a clean log and no taint is good', () => {
  expect(faultsOf(GOOD)).toEqual([]);
});

test('a run that left nothing is not good', () => {
  expect(faultsOf({})).toHaveLength(1);
});

test('a run that was killed is not good, whatever it left', () => {
  expect(faultsOf(GOOD, { timedOut: true })).toHaveLength(1);
});

test.each([
  ['exit-code', '1\n'],
  ['tainted-before', '512\n'],
  ['tainted-after', '512\n'],
])('%s %j is a fault', (name, content) => {
  expect(faultsOf({ ...GOOD, [name]: content })).toHaveLength(1);
});

test('a run that may taint the kernel is good with a warning and a taint, but not when it began with one', () => {
  const warned = { ...GOOD, 'tainted-after': '512\n', dmesg: '[    3.0] WARNING: CPU: 1 PID: 66 at main.c:314' };
  const faults = (results: Readonly<Record<string, string>>): readonly string[] =>
    findFaults({
      timedOut: false,
      console: '',
      totalMs: 1,
      results: new Map(Object.entries(results)),
      allowTaint: true,
    });
  expect(faults(warned)).toEqual([]);
  expect(faults({ ...warned, 'tainted-before': '512\n' })).toHaveLength(1);
});

test.each(Object.keys(GOOD))('a missing %s is a fault', (name) => {
  expect(faultsOf(Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name)))).toHaveLength(1);
});

test.each([
  '[    3.0] WARNING: CPU: 1 PID: 66 at drivers/iommu/iommufd/main.c:314 iommufd_object_destroy_user+0x1a0/0x1b0',
  '[    3.0] WARNING: drivers/iommu/iommufd/selftest.c:1 at x, CPU#0: node/70',
  '[    3.0] BUG: kernel NULL pointer dereference, address: 0000000000000008',
  '[    3.0] kernel BUG at mm/slub.c:500!',
  '[    3.0] Oops: Oops: 0000 [#1] SMP PTI',
  '[    3.0] Kernel panic - not syncing: Attempted to kill init!',
  '[    3.0] INFO: task node:70 blocked for more than 120 seconds.',
])('a kernel that says so is a fault: %s', (line) => {
  expect(faultsOf({ ...GOOD, dmesg: `${GOOD.dmesg}${line}\n` })).toContain(line);
});
