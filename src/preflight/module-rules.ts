/** Whether vfio-pci can be loaded where it is not: modprobe.d and the kernel may keep it away. The simulator asks the same function. */

import type { Evidence } from '../diagnostics/finding.ts';
import { builtWith } from '../linux/kernel-options.ts';
import { answerToLoad, type LoadObstacle } from '../linux/module-loading.ts';
import { VFIO_PCI } from '../linux/vfio-drivers.ts';
import type { Host } from '../model/host.ts';
import { printable } from '../text/escape.ts';
import { shellWord } from '../text/shell-word.ts';
import { afterReboot, bootWithout } from './boot-fix.ts';
import { type Problem, type ProblemParts, problem } from './check.ts';
import { type Context, namesOf } from './context.ts';
import { deviceNames } from './device-rules.ts';
import { asRoot } from './shell.ts';

const MODULE = 'vfio_pci';
const ORDERS = '/etc/modprobe.d';

/** A kernel without vfio-pci is told by another rule. */
export function* vfioPciStopped(context: Context): Iterable<Problem> {
  const { assigned, host } = context;
  const devices = assigned.filter(({ fn }) => fn.driver !== VFIO_PCI);
  const [first] = devices;
  if (first === undefined || host.modules.includes(MODULE) || builtWith(host.kernel, 'CONFIG_VFIO_PCI') === 'n') return;
  const answer = answerToLoad(MODULE, host);
  if (answer.state === 'loads') return;
  const { obstacle } = answer;
  const common = {
    at: { origin: first.device.origin, key: 'address' },
    devices: namesOf(devices),
    evidence: obstacle === null ? [{ source: ORDERS, value: 'not read' }] : evidenceOf(obstacle),
    confirm: `modprobe --showconfig | grep ${MODULE}`,
  };
  const asked = `${deviceNames(devices)}: vfio-pci is not loaded`;
  if (answer.state === 'fails') {
    const message = `${asked} and cannot be: ${stoppedBy(answer.obstacle)}.`;
    yield problem(context, { ...common, code: 'HOST_VFIO_PCI_STOPPED', message, ...remedyOf(answer.obstacle, host) });
    return;
  }
  const why =
    obstacle === null
      ? 'what modprobe.d says of it could not be read'
      : `${placeOf(obstacle)} has modprobe run \`${printable(obstacle.text, 120)}\` instead of loading ${obstacle.module}`;
  const message = `${asked}, and whether it can be is not known: ${why}.`;
  yield problem(context, { ...common, code: 'HOST_VFIO_PCI_UNSURE', message, unknown: true });
}

export function vfioPciEvidence({ host }: Context): readonly Evidence[] {
  return host.modules.includes(MODULE) ? [{ source: `/sys/module/${MODULE}`, value: 'present' }] : [];
}

/** Completes “… cannot be: …”, as for other modules. */
export function stoppedBy(obstacle: LoadObstacle): string {
  const { module, kind } = obstacle;
  const text = `\`${printable(obstacle.text, 120)}\``;
  const place = placeOf(obstacle);
  switch (kind) {
    case 'command':
    case 'unknown-command':
      return `${place} has modprobe run ${text} instead of loading ${module}`;
    case 'alias':
      return `${place} makes ${module} another name for ${text}, which modprobe loads in its place`;
    case 'blacklist':
      return `the kernel command line has ${text}, so the kernel refuses ${module} (EPERM)`;
    case 'value':
      return `${place} sets ${text}, a value that the kernel refuses, and with it ${module} (EINVAL)`;
  }
}

function placeOf({ source }: LoadObstacle): string {
  const [, file, line] = /^(.*):(\d+)$/.exec(source) ?? [];
  if (file !== undefined) return `line ${line} of ${printable(file, 120)}`;
  return source === '/proc/cmdline' ? 'the kernel command line' : printable(source, 120) || 'modprobe.d';
}

function evidenceOf({ source, text }: LoadObstacle): readonly Evidence[] {
  return [{ source: printable(source, 160) || ORDERS, value: printable(text, 120) }];
}

/** How the obstacle is removed. */
export function remedyOf(obstacle: LoadObstacle, { kernel }: Host): Pick<ProblemParts, 'advice' | 'fix' | 'confirm'> {
  const { kind, module, source, text } = obstacle;
  const [, file, line] = /^(\/.*):(\d+)$/.exec(source) ?? [];
  if (file !== undefined && line !== undefined) {
    return {
      advice: `Find out why somebody wrote line ${line} of ${printable(file, 120)}; then make it a comment.`,
      fix: commentOut(file, line),
    };
  }
  const confirm = afterReboot('cat /proc/cmdline');
  if (kind === 'blacklist') {
    const instead = othersOf(text, module);
    return { advice: `Boot without ${module} in \`${text}\`.`, fix: bootWithout(kernel, text, instead), confirm };
  }
  if (source !== '/proc/cmdline') return {};
  const word = `${module}.${text}`;
  return { advice: `Boot without \`${printable(word, 120)}\`.`, fix: bootWithout(kernel, word), confirm };
}

/** `module_blacklist=a,vfio_pci` → `module_blacklist=a` */
function othersOf(word: string, module: string): string {
  const [name = '', list = ''] = word.split('=');
  const others = list.split(',').filter((one) => one !== module);
  return others.length === 0 ? '' : `${name}=${others.join(',')}`;
}

/** A file below /etc hides one of its name that a package installs elsewhere. */
function commentOut(file: string, line: string): string {
  const script = `${line}s/^/# /`;
  const name = file.slice(file.lastIndexOf('/') + 1);
  return file.startsWith(`${ORDERS}/`)
    ? `sudo sed -i ${shellWord(script)} ${shellWord(file)}`
    : asRoot(`sed ${shellWord(script)} ${shellWord(file)} > ${shellWord(`${ORDERS}/${name}`)}`);
}
