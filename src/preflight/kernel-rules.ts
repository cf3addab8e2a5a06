/** The kernel must have iommufd and be new enough. Releases: the history of include/uapi/linux/iommufd.h. */

import { builtWith, type KnownOption } from '../linux/kernel-options.ts';
import { answerToLoad } from '../linux/module-loading.ts';
import { isOlder, parseRelease, portsBack, type Release, showsWidthsOnly } from '../linux/release.ts';
import type { ViommuSpec } from '../model/spec.ts';
import { printable } from '../text/escape.ts';
import { type Problem, problem } from './check.ts';
import type { Context } from './context.ts';
import { remedyOf, stoppedBy } from './module-rules.ts';
import { needsPasids } from './needs.ts';

const OPTION: KnownOption = 'CONFIG_IOMMUFD';

export function* noIommufd(context: Context): Iterable<Problem> {
  const [first] = context.spec.viommus;
  if (first === undefined || context.host.iommufd) return;
  const { host } = context;
  const parts = { code: 'HOST_NO_IOMMUFD', at: { origin: first.origin } } as const;
  const absent = `${first.name}: /dev/iommu does not exist`;
  if (builtWith(host.kernel, OPTION) === 'n') {
    yield problem(context, {
      ...parts,
      message: `${absent}: the kernel ${printable(host.kernel.release, 64)} was built without iommufd.`,
      advice: `Use a kernel with ${OPTION}.`,
      evidence: [{ source: OPTION, value: 'n' }],
    });
    return;
  }
  const answer = host.modules.includes('iommufd') ? null : answerToLoad('iommufd', host);
  yield answer?.state === 'fails'
    ? problem(context, {
        ...parts,
        message: `${absent}, and iommufd cannot be loaded: ${stoppedBy(answer.obstacle)}.`,
        ...remedyOf(answer.obstacle, host),
      })
    : problem(context, { ...parts, message: `${absent}.` });
}

interface Feature {
  readonly since: Release;
  readonly words: string;
  readonly key: string;
  readonly wanted: (viommu: ViommuSpec) => boolean;
}

const FEATURES: readonly Feature[] = [
  { since: [6, 6], words: 'vfio character devices', key: 'devices', wanted: ({ devices }) => devices.length > 0 },
  { since: [6, 7], words: 'nested translation', key: 'firstStage', wanted: ({ firstStage }) => firstStage },
  {
    since: [6, 13],
    words: 'mapping files (IOMMU_IOAS_MAP_FILE)',
    key: 'memory',
    wanted: ({ holder, memory }) => holder === 'agent' && memory.length > 0,
  },
  { since: [6, 15], words: 'attaching PASIDs', key: 'pasidBits', wanted: needsPasids },
];

/** One diagnostic per feature, at the first vIOMMU that needs it; one in all when the release cannot be told. */
export function* kernelTooOld(context: Context): Iterable<Problem> {
  const { release } = context.host.kernel;
  const running = parseRelease(release);
  if (running === null) {
    yield* releaseUnknown(context);
    return;
  }
  for (const { since, words, key, wanted } of FEATURES) {
    const first = context.spec.viommus.find(wanted);
    if (first === undefined || !isOlder(running, since)) continue;
    const trap = wanted === needsPasids && showsWidthsOnly(release) ? WIDTHS_ONLY : '';
    const message = `${first.name} needs ${words}, which came with Linux ${since.join('.')}; the kernel is ${release}.${trap}`;
    const code = portsBack(release) ? 'HOST_KERNEL_UNSURE' : 'HOST_KERNEL_TOO_OLD';
    const devices = context.spec.viommus.filter(wanted).flatMap((viommu) => viommu.devices);
    yield problem(context, { code, message, at: { origin: first.origin, key }, devices });
  }
}

function* releaseUnknown(context: Context): Iterable<Problem> {
  const { release } = context.host.kernel;
  const wanted = FEATURES.filter((feature) => context.spec.viommus.some(feature.wanted));
  const first = context.spec.viommus.find((viommu) => wanted.some((feature) => feature.wanted(viommu)));
  const newest = wanted.at(-1);
  if (first === undefined || newest === undefined) return;
  const shown = release === '' ? 'nothing' : `\`${printable(release, 64)}\``;
  yield problem(context, {
    code: 'HOST_RELEASE_UNKNOWN',
    message: `${first.name} needs ${newest.words}, which came with Linux ${newest.since.join('.')}; the kernel’s release could not be told: ${shown} is none.`,
    at: { origin: first.origin, key: newest.key },
    evidence: [{ source: OSRELEASE, value: release === '' ? 'not read' : printable(release, 64) }],
    unknown: true,
    confirm: `cat ${OSRELEASE}`,
  });
}

const OSRELEASE = '/proc/sys/kernel/osrelease';

const WIDTHS_ONLY = ' It reports PASID widths of devices all the same, without being able to attach.';
