import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { examine } from '../../src/preflight/examine.ts';
import { shellWord } from '../../src/text/shell-word.ts';
import { changed } from './changed.ts';
import { ROWS } from './one-fact-rows.ts';
import { type Case, hostOf, SOURCES, specOf } from './world.ts';

function commandsOf(row: Case): string[] {
  const live = { ...EMPTY_LIVE, ...row.live };
  const findings = examine({ spec: specOf(row), host: hostOf(row), live, sources: SOURCES, backend: 'kernel' });
  return findings.flatMap(({ fix, confirm }) => [fix, confirm].flatMap((one) => one ?? []));
}

const ALL = [...new Set(ROWS.flatMap((row) => commandsOf(changed(row))))];

describe('every command of a finding', () => {
  test('is one line that a shell understands', () => {
    expect(ALL.length).toBeGreaterThan(40);
    expect(ALL.filter((command) => /[\n\r]/.test(command))).toEqual([]);
    for (const command of ALL) execFileSync('sh', ['-n', '-c', command], { stdio: 'pipe' });
  });

  test('that changes something becomes root for it', () => {
    const changing = ALL.filter((command) =>
      /\b(?:modprobe -?r?|kill|umount|swapoff|mount -o|mknod|chown|cp|setpci|tee|sed -i|ip link set|grubby)\b| > \//.test(
        command.replaceAll(/[12]?> ?\/dev\/null|modprobe --showconfig/g, ''),
      ),
    );
    expect(changing.length).toBeGreaterThan(12);
    expect(changing.filter((command) => !/^(?:echo '[^']*' \| )?sudo /.test(command))).toEqual([]);
    // The redirection of `sudo echo 1 > file` is not root's.
    expect(changing.filter((command) => / > \//.test(command.replaceAll(/'[^']*'/g, '')))).toEqual([]);
  });
});

test.each(["/mnt/o'brien", '/mnt/a b', '/mnt/$(id)', '-x', '`id`', '*'])(
  'the word %j is itself for a shell',
  (word) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' })).toBe(word);
  },
);
