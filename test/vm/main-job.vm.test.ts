import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Testimony } from './guest/witness.ts';
import { describeVm } from './harness/describe-vm.ts';

const EXAMPLE = readFileSync(new URL('../../examples/two-pasids.yaml', import.meta.url), 'utf8');
/** The same, with another page table for PASID 2 of the second device. */
const CHANGED = EXAMPLE.replace(/(device: dsa1\n\s+pasid: 2\n\s+firstStage: \{ pageTable: )0x2001000/, '$10x2002000');

/** One life of a holder. `ask NAME`: the mock itself testifies about what the ledger claims. */
const SCRIPT = `
export PASIDCTL_STATE_DIR=/tmp/state
ask() {
  set -- "$1" $(questions /tmp/state/ledger.json)
  name=$1; shift
  record "$name" witness "$@"
}
cp example.yaml spec.yaml
record refused pasidctl apply -f spec.yaml --backend selftest --auto-approve
start hold pasidctl apply -f spec.yaml --backend selftest --hold --auto-approve -o json
await hold '"event":"holding"'
ask first
record status pasidctl status --backend selftest -o json
record second pasidctl apply -f spec.yaml --backend selftest --hold --auto-approve
record same pasidctl plan -f spec.yaml --backend selftest --detailed-exitcode
cp changed.yaml spec.yaml
record change pasidctl plan -f spec.yaml --backend selftest --detailed-exitcode -o json
kill -HUP "$(cat hold.pid)"
while [ "$(grep -c '"event":"holding"' hold.out)" -lt 2 ]; do sleep 0.2; done
ask second-life
sed -i 's/pasid: 2/pasid: 0/' spec.yaml
kill -HUP "$(cat hold.pid)"
while [ "$(grep -c '"event":"holding"' hold.out)" -lt 3 ]; do sleep 0.2; done
ask after-bad-spec
record destroy pasidctl destroy --backend selftest --auto-approve
stop hold
record empty pasidctl status --backend selftest -o json
ls /dev/shm >shm
`;

describeVm('the two-PASID example on the real kernel’s mock', (boot) => {
  test('is applied, witnessed, changed by one replace, and released without a trace', async () => {
    const run = await boot({
      script: SCRIPT,
      files: { 'example.yaml': EXAMPLE, 'changed.yaml': CHANGED },
      programs: {
        witness: new URL('./guest/witness.ts', import.meta.url),
        questions: new URL('./guest/questions.ts', import.meta.url),
      },
    });
    const said = (name: string): Testimony[] => JSON.parse(run.recorded(name).stdout);

    expect(run.recorded('refused').exitCode).toBe(64);
    expect(said('first')).toHaveLength(6);
    expect(said('first').every(({ attached }) => attached)).toBe(true);
    expect(JSON.parse(run.recorded('status').stdout)).toMatchObject({ kind: 'Status' });
    expect(run.recorded('second').exitCode).toBe(5);
    expect(run.recorded('same').exitCode).toBe(0);

    expect(run.recorded('change').exitCode).toBe(2);
    const kinds = JSON.parse(run.recorded('change').stdout).steps.map(
      ({ step }: { step: { kind: string } }) => step.kind,
    );
    expect(kinds).toEqual(['alloc-first-stage', 'replace-pasids']);
    expect(said('second-life')).toHaveLength(6);
    expect(said('second-life').every(({ attached }) => attached)).toBe(true);
    expect(said('second-life')).not.toEqual(said('first'));
    expect(said('after-bad-spec')).toEqual(said('second-life'));

    expect(run.recorded('destroy')).toMatchObject({ exitCode: 0 });
    expect(run.recorded('hold').exitCode).toBe(0);
    expect(JSON.parse(run.recorded('empty').stdout)).toMatchObject({ holder: null, viommus: [] });
    expect(run.text('shm')).toBe('');
  });
});
