import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('private-apt.sh', import.meta.url));

/** An apt-get that knows TARGETS, would fetch URIS, and whose update succeeds from a mirror called `good` alone. */
const APT_GET = `#!/bin/sh
case "$*" in
*indextargets*) printf %s "$TARGETS" ;;
*--print-uris*) printf %s "$URIS" ;;
*update*) for word; do case $word in *SourceList=*) grep -q //good/ "\${word#*=}" && exit 0 ;; esac; done; exit 100 ;;
esac
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-apt-'));
  writeFileSync(join(folder, 'apt-get'), APT_GET);
  chmodSync(join(folder, 'apt-get'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function listsOf(suites: string, apt: Readonly<Record<string, string>>) {
  const script = `. ${SCRIPT}; private_apt_for ${join(folder, 'apt')} ${suites}`;
  const env = { PATH: `${folder}:${process.env.PATH}`, PASIDCTL_DEBIAN_MIRROR: '', TARGETS: '', URIS: '', ...apt };
  const { exitCode, stderr } = await execa('bash', ['-euo', 'pipefail', '-c', script], { env, reject: false });
  return { exitCode, stderr };
}
const sources = () => readFileSync(join(folder, 'apt', 'sources.list'), 'utf8').replaceAll(/ \[.*?\]/g, '');

test('Debian comes from the mirror that apt is configured for, and has the suites', async () => {
  const TARGETS = 'http://bad/debian/\nhttp://good/debian/\nhttp://good/debian/\n';
  expect(await listsOf('trixie trixie-backports', { TARGETS })).toMatchObject({ exitCode: 0 });
  expect(sources()).toBe('deb http://good/debian/ trixie main\ndeb http://good/debian/ trixie-backports main\n');
});

test('Debian comes from the same mirror before apt has fetched anything', async () => {
  const URIS = `'http://good/secure/dists/trixie-security/InRelease' a 0
'http://good/debian/dists/trixie/InRelease' b 0
'http://good/debian/dists/trixie/main/binary-amd64/Packages.xz' c 0
`;
  expect(await listsOf('trixie', { URIS })).toMatchObject({ exitCode: 0 });
  expect(sources()).toBe('deb http://good/debian/ trixie main\n');
});

test('PASIDCTL_DEBIAN_MIRROR comes before the configuration', async () => {
  const apt = { TARGETS: 'http://bad/debian/\n', PASIDCTL_DEBIAN_MIRROR: 'http://good/mine' };
  expect(await listsOf('trixie', apt)).toMatchObject({ exitCode: 0 });
  expect(sources()).toBe('deb http://good/mine trixie main\n');
});

test.each([{}, { TARGETS: 'http://bad/debian/\n' }])('where no mirror serves, one is told what to set', async (apt) => {
  const { exitCode, stderr } = await listsOf('trixie', apt);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('PASIDCTL_DEBIAN_MIRROR');
});
