import { beforeAll, expect, test } from 'vitest';
import { CASES } from '../kernel/conformance/cases.ts';
import { titleOf } from '../kernel/conformance/run.ts';
import type { CaseReport } from './guest/conformance.ts';
import { describeVm } from './harness/describe-vm.ts';
import { NVME_ADDRESS } from './harness/qemu-args.ts';

/** The suite that the simulator passes too, with mock devices and an NVMe disk on vfio-pci behind an emulated VT-d unit. */
const SCRIPT = `
hand_over ${NVME_ADDRESS} vfio-pci
record conformance conformance /dev/vfio/devices/vfio0
`;

describeVm('the real kernel', (boot) => {
  let reports: ReadonlyMap<string, CaseReport>;

  beforeAll(async () => {
    const programs = { conformance: new URL('./guest/conformance.ts', import.meta.url) };
    const run = await boot({ devices: 'vtd-nvme', programs, script: SCRIPT });
    const { exitCode, stdout, stderr } = run.recorded('conformance');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    reports = new Map(lines.map((line): CaseReport => JSON.parse(line)).map((report) => [report.title, report]));
  });

  test.each(CASES.map(titleOf))('%s', (title) => {
    expect(reports.get(title)).toEqual({ title, failure: null });
  });
});
