import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { bootWith, bootWithout } from '../../src/preflight/boot-fix.ts';

describe('a change of the next boot', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pasidctl-grub-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(() => mkdirSync(join(folder, 'grub'), { recursive: true }));
  const defaults = join(folder, 'defaults');
  const made = join(folder, 'grub', 'grub.cfg');

  /** What GRUB would start after the command, with its files in the folder and without sudo. */
  function run(command: string, text: string, generates = true): { status: number | null; words: string } {
    writeFileSync(defaults, text);
    writeFileSync(made, ' linux pci=noats quiet\n');
    const make = `. ${defaults}; echo " linux $GRUB_CMDLINE_LINUX $GRUB_CMDLINE_LINUX_DEFAULT" > ${made}`;
    const shim = 'sudo() { "$@"; }; ';
    const here = command
      .replaceAll('/etc/default/grub', defaults)
      .replaceAll(/\/boot\/grub\*\/grub\.cfg/g, join(folder, 'grub*', 'grub.cfg'))
      .replace(/if command -v update-grub.*?; fi/, generates ? make : 'true');
    const { status } = spawnSync('sh', ['-c', shim + here], { stdio: 'pipe' });
    return { status, words: readFileSync(made, 'utf8').replace('linux', '').trim().replaceAll(/ +/g, ' ') };
  }

  const DEBIAN = { release: '6.12.48+deb13-amd64' };
  test.each([
    'GRUB_CMDLINE_LINUX_DEFAULT="quiet"\nGRUB_CMDLINE_LINUX=""\n',
    "GRUB_CMDLINE_LINUX_DEFAULT='quiet'\n",
    'GRUB_CMDLINE_LINUX_DEFAULT=quiet\n',
    'GRUB_CMDLINE_LINUX=quiet\n',
  ])('adds words last, however %j is quoted', (text) => {
    expect(run(bootWith(DEBIAN, 'intel_iommu=on,sm_on'), text)).toEqual({
      status: 0,
      words: 'quiet intel_iommu=on,sm_on',
    });
  });

  test.each([
    'GRUB_CMDLINE_LINUX="a pci=noats pci=noats b"\n',
    "GRUB_CMDLINE_LINUX='a pci=noats'\nGRUB_CMDLINE_LINUX_DEFAULT='pci=noats b pci=noats'\n",
    'GRUB_CMDLINE_LINUX="a b"\nGRUB_CMDLINE_LINUX_DEFAULT=pci=noats\n',
  ])('removes a word wherever it is in %j', (text) => {
    expect(run(bootWithout(DEBIAN, 'pci=noats'), text)).toEqual({ status: 0, words: 'a b' });
  });

  test('leaves words alone that only contain the word', () => {
    const text = 'GRUB_CMDLINE_LINUX="amd_iommu=off iommu=off iommu=off,x"\n# iommu=off \n';
    expect(run(bootWithout(DEBIAN, 'iommu=off'), text)).toEqual({ status: 0, words: 'amd_iommu=off iommu=off,x' });
  });

  test('keeps what else a word says', () => {
    const command = bootWithout(DEBIAN, 'pci=nomsi,noats', 'pci=nomsi');
    expect(run(command, 'GRUB_CMDLINE_LINUX="a pci=nomsi,noats"\n')).toEqual({ status: 0, words: 'a pci=nomsi' });
  });

  test('fails when the words do not arrive, or the word stays', () => {
    expect(run(bootWith(DEBIAN, 'intel_iommu=on'), 'GRUB_CMDLINE_LINUX="a"\n', false).status).toBe(1);
    expect(run(bootWithout(DEBIAN, 'pci=noats'), 'GRUB_CMDLINE_LINUX="a"\n', false).status).toBe(1);
  });

  test.each(['5.14.0-570.el9_6.x86_64', '7.3.4-200.fc44.x86_64'])('is made by grubby for %s', (release) => {
    expect(bootWith({ release }, 'intel_iommu=on,sm_on')).toBe(
      "sudo grubby --update-kernel=ALL --args='intel_iommu=on,sm_on'",
    );
    expect(bootWithout({ release }, 'pci=nomsi,noats', 'pci=nomsi')).toBe(
      "sudo grubby --update-kernel=ALL --remove-args='pci=nomsi,noats' --args='pci=nomsi'",
    );
  });
});
