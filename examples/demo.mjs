/**
 * `npm run demo`: the main job on a simulated machine, as a terminal session with a word on each command.
 * Nothing of this machine is touched: the simulator's world and our state are in a folder that is removed at the end.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../dist/pasidctl.js', import.meta.url));
const EXAMPLE = new URL('two-pasids.yaml', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'pasidctl-demo-'));
const color = process.stdout.isTTY === true && !process.env.NO_COLOR;

process.on('exit', () => rmSync(folder, { recursive: true }));
main();

function main() {
  say(`
    Two DSA accelerators are to be passed through to one guest, and two of its processes use both of them. Each process
    has a PASID and a page table of its own. The spec says so; everything below happens on a simulated machine.`);
  const spec = readFileSync(EXAMPLE, 'utf8');
  writeFileSync(join(folder, 'host.yaml'), spec);
  show('cat host.yaml', spec.slice(spec.indexOf('bindings:')));

  say(`
    vfio-pci refuses such accelerators, which Linux lists as unsafe for guests: without \`vfioPci\` in the spec, so does the plan.`);
  writeFileSync(join(folder, 'careful.yaml'), spec.replace('disableDenylist: true', 'disableDenylist: false'));
  run(4, 'plan -f careful.yaml --backend sim');

  say('Is the spec sound? This looks at no machine.');
  run(0, 'validate -f host.yaml');

  say('What does the (simulated) machine have?');
  run(0, 'inventory --backend sim');

  say('What would have to be done? A plan changes nothing. It exits 2 when there is something to do.');
  run(2, 'plan -f host.yaml --backend sim --detailed-exitcode');

  say('Do it. Every step is checked, the result is read back, and a failure would undo all that was done.');
  run(0, 'apply -f host.yaml --backend sim --auto-approve');

  say('What is held now, and does the machine agree?');
  run(0, 'status --backend sim');

  say('The spec and the machine agree: there is nothing to do, and so the exit code is 0.');
  run(0, 'plan -f host.yaml --backend sim --detailed-exitcode');

  say('Now PASID 2 of dsa1 gets another page table.');
  writeFileSync(join(folder, 'changed.yaml'), withAnotherTable(spec));
  show('diff host.yaml changed.yaml', diff('host.yaml', 'changed.yaml'));

  say('The plan is exactly that change, and nothing else stops meanwhile.');
  run(2, 'plan -f changed.yaml --backend sim --detailed-exitcode');
  run(0, 'apply -f changed.yaml --backend sim --auto-approve');
  run(0, 'status --backend sim');

  say('A mistake is refused before anything is touched, at its place in the file. Bad specs exit 65.');
  writeFileSync(join(folder, 'mistake.yaml'), spec.replace('pasidBits: 20', 'pasidBits: 1'));
  run(65, 'validate -f mistake.yaml');

  say('Give everything back: attachments, tables, memory, and the devices to the drivers that they had.');
  run(0, 'destroy --backend sim --auto-approve');
  run(0, 'status --backend sim');

  say(
    'That was all. The README tells how to do it on a real machine, and how to replay what a guest did with its PASIDs.',
  );
}

/** The last binding's page table, moved by a page. */
function withAnotherTable(spec) {
  const at = spec.lastIndexOf('0x2001000');
  if (at < 0) fail('examples/two-pasids.yaml has no page table at 0x2001000 any more');
  return `${spec.slice(0, at)}0x2002000${spec.slice(at + '0x2001000'.length)}`;
}

function diff(before, after) {
  const [a, b] = [before, after].map((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  return a.flatMap((line, index) => (line === b[index] ? [] : [`- ${line.trim()}`, `+ ${b[index].trim()}`])).join('\n');
}

/** Run pasidctl in the demo's folder; any other exit code than the expected one ends the demo. */
function run(expected, command) {
  process.stdout.write(`${paint(1, `$ pasidctl ${command}`)}\n`);
  const words = [PROGRAM, ...command.split(' '), '--color', color ? 'always' : 'never'];
  const { status, signal } = spawnSync(process.execPath, words, {
    cwd: folder,
    env: { ...process.env, PASIDCTL_STATE_DIR: join(folder, 'state') },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 60_000,
  });
  process.stdout.write(`${paint(2, `(exit ${status ?? signal})`)}\n\n`);
  if (status !== expected) fail(`pasidctl ${command} ended with ${status ?? signal}, and not with ${expected}`);
}

function show(command, text) {
  process.stdout.write(`${paint(1, `$ ${command}`)}\n${text.trimEnd()}\n\n`);
}

function say(text) {
  const lines = text.trim().split(/\s*\n\s*/);
  process.stdout.write(`${lines.map((line) => paint(36, `# ${line}`)).join('\n')}\n\n`);
}

/** @param style  an SGR parameter: 1 bold, 2 dim, 36 cyan */
function paint(style, text) {
  return color ? `\u001b[${style}m${text}\u001b[0m` : text;
}

function fail(message) {
  process.stderr.write(`demo: ${message}\n`);
  process.exit(1);
}
