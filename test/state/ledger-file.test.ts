import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../src/model/host.ts';
import { formatHwptRef } from '../../src/model/hwpt-ref.ts';
import { EMPTY_SPEC } from '../../src/model/spec.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { decodeLedger, encodeLedger } from '../../src/state/ledger-file.ts';
import { openMachine } from '../support/crash-machine.ts';
import { crashRun } from '../support/crash-run.ts';
import { cli } from '../support/run-cli.ts';
import { exampleText, specOf } from '../support/sim-run.ts';

/** The machine of the killed run: VFs are made, and somebody had overridden a driver. */
const MACHINE: Host = {
  ...SAMPLE_MACHINE,
  functions: SAMPLE_MACHINE.functions.map((fn) =>
    fn.address === '0000:6f:01.0' ? { ...fn, driverOverride: 'vfio-pci' } : fn,
  ),
};

const FOLDER = new URL('../fixtures/state/0.1.0/', import.meta.url).pathname;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-state-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a state folder that 0.1.0 wrote', () => {
  test('has a ledger whose HWPTs have structured names, and are all the spec’s', async () => {
    const { live } = await decodeLedger(readFileSync(`${FOLDER}ledger-with-bindings.json`, 'utf8'), 'the fixture');
    const [viommu] = live.viommus;
    expect(viommu?.bindings.map(({ owner, device, first, to }) => [owner, device, first, formatHwptRef(to)])).toEqual([
      ['spec', 'dsa0', 1, 'fs@dmar0/0x2000000/48'],
      ['spec', 'dsa0', 2, 'fs@dmar0/0x2001000/48'],
      ['spec', 'dsa1', 1, 'fs@dmar0/0x2000000/48'],
      ['spec', 'dsa1', 2, 'fs@dmar0/0x2001000/48'],
    ]);
    expect(viommu?.firstStages.map(({ owner }) => owner)).toEqual(['spec', 'spec']);
    expect(viommu?.devices.map(({ ridOwner }) => ridOwner)).toEqual(['spec', 'spec']);
  });

  test('is written anew as it was read', async () => {
    const record = await decodeLedger(readFileSync(`${FOLDER}ledger-with-bindings.json`, 'utf8'), 'the fixture');
    expect(await decodeLedger(encodeLedger(record), 'ours')).toEqual(record);
  });

  test('by a run that was killed, is taken up: everything is given back, or applied', async () => {
    const start = openMachine(join(folder, 'fresh'), MACHINE).snapshot();
    for (const specs of [[EMPTY_SPEC], [specOf(exampleText('two-pasids.yaml')), EMPTY_SPEC]]) {
      const killed = join(folder, String(specs.length));
      cpSync(`${FOLDER}killed`, killed, { recursive: true });
      const { exitCodes, snapshots } = await crashRun({ folder: killed, host: MACHINE, specs });
      expect(exitCodes).toEqual(specs.map(() => 0));
      expect(snapshots.at(-1)).toEqual(start);
    }
  });

  test('of the simulator shows its bindings, needs no change for the same spec, and gives everything back', async () => {
    cpSync(`${FOLDER}sim`, folder, { recursive: true });
    const on = ['--backend', 'sim', '--state-dir', folder];
    const status = JSON.parse((await cli(['status', ...on, '-o', 'json'])).stdout);
    expect(status.viommus[0].bindings.map(({ state }: { state: string }) => state)).toEqual(Array(4).fill('attached'));
    const spec = new URL('../../examples/two-pasids.yaml', import.meta.url).pathname;
    expect((await cli(['plan', '-f', spec, ...on, '--detailed-exitcode'])).exitCode).toBe(0);
    expect((await cli(['destroy', ...on, '--auto-approve'])).exitCode).toBe(0);
    expect((await cli(['status', ...on])).stdout).toContain('Nothing is held.');
  });
});

test('a ledger of a later version is refused, and not guessed at', async () => {
  const sealed = JSON.parse(encodeLedger({ backend: 'sim', bootId: '', holder: null, live: { ...NOTHING } }));
  await expect(decodeLedger(JSON.stringify({ ...sealed, version: 3 }), 'it')).rejects.toThrow('its version is 3');
});

const NOTHING = { handovers: [], createdFiles: [], loadedModules: [], madeVfs: [], viommus: [] };
