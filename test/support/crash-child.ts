/**
 * crash-child FOLDER SCENARIO POINT
 *
 * Runs a scenario on the machine in the folder and kills itself with SIGKILL at a point, counted from 0.
 */

import { crashRun } from './crash-run.ts';
import { CRASH_MACHINE, CRASH_SCENARIOS } from './crash-scenarios.ts';

const [, , folder = '', title = '', point = ''] = process.argv;
const { specs = [] } = CRASH_SCENARIOS.find((scenario) => scenario.title === title) ?? {};
let reached = 0;
await crashRun({
  folder,
  host: CRASH_MACHINE,
  specs,
  reach: () => {
    if (reached++ === Number(point)) process.kill(process.pid, 'SIGKILL');
  },
});
