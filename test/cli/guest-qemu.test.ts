/** The same tables through a real QEMU's monitor and from its RAM file. Skipped where there is no QEMU. */

import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRamFile } from '../../src/guest/ram-file.ts';
import { openLibc } from '../../src/kernel/libc.ts';
import { mapSealed } from '../../src/kernel/sealed-map.ts';
import { guestImage } from '../support/guest-image.ts';
import { hasQemu, type RealQemu, startQemu } from '../support/real-qemu.ts';
import { cli } from '../support/run-cli.ts';

const SIZE_MIB = 16;

describe.skipIf(!hasQemu())('a real QEMU (skipped where there is none)', () => {
  let folder = '';
  let qemu: RealQemu | null = null;
  let expected = '';
  const ram = () => join(folder, 'ram');
  const guest = (...words: readonly string[]) => cli(['guest', ...words, '-o', 'dmar']);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pasidctl-qemu-'));
    writeFileSync(ram(), guestImage().bytes);
    truncateSync(ram(), SIZE_MIB * 2 ** 20);
    qemu = await startQemu(folder, ram(), SIZE_MIB);
    expected = (await guest('--ram', ram(), '--root-table', '0x1000')).stdout;
  });
  afterAll(async () => {
    await qemu?.stop();
    rmSync(folder, { recursive: true });
  });

  test('translates nothing before its guest has set a root table', async () => {
    const { exitCode, stdout } = await guest('--qmp', qemu?.monitor ?? '');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'DMA Remapping is not enabled on dmar0\n' });
  });

  test('shows what its memory file shows, through the monitor and beside it', async () => {
    await qemu?.qtest('writeq 0xfed90020 0x1400');
    await qemu?.qtest('writel 0xfed90018 0x40000000');
    await qemu?.qtest('writel 0xfed90018 0x80000000');
    const monitor = ['--qmp', qemu?.monitor ?? ''];
    expect(expected).toContain('00:05.0');
    expect(await guest(...monitor)).toEqual({ exitCode: 0, stdout: expected, stderr: '' });
    expect(await guest('--ram', ram(), ...monitor)).toEqual({ exitCode: 0, stdout: expected, stderr: '' });
  });

  test('with a memfd as memory is read in place, since QEMU seals it', async () => {
    const own = mkdtempSync(join(tmpdir(), 'pasidctl-qemu-'));
    const { ram: memfd, stop } = await startQemu(own, null, SIZE_MIB);
    try {
      const fd = openSync(memfd, 'r+');
      writeSync(fd, guestImage().bytes, 0, undefined, 0);
      closeSync(fd);
      const memory = openRamFile(
        memfd,
        () => [],
        (file, sizeBytes) => mapSealed(openLibc(), file, sizeBytes),
      );
      expect(memory.isMapped).toBe(true);
      memory.close();
      const { stdout } = await guest('--ram', memfd, '--root-table', '0x1000');
      expect(stdout).toBe(expected);
    } finally {
      await stop();
      rmSync(own, { recursive: true });
    }
  });

  test('has holes behind its memory, told from zeros', async () => {
    await qemu?.qtest(`writeq 0xfed90020 0x${(SIZE_MIB * 2 ** 20 + 0x400).toString(16)}`);
    await qemu?.qtest('writel 0xfed90018 0xc0000000');
    const { exitCode, stderr } = await guest('--qmp', qemu?.monitor ?? '');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('GUEST_TABLE_HOLE');
  });
});
