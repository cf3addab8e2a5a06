/** The kernel must have iommufd and be new enough. Releases: the history of include/uapi/linux/iommufd.h. */

import { isOlder, parseRelease, portsBack, type Release, showsWidthsOnly } from '../linux/release.ts';
import type { ViommuSpec } from '../model/spec.ts';
import { printable } from '../text/escape.ts';
import { type Problem, problem } from './check.ts';
import type { Context } from './context.ts';
import { needsPasids } from './needs.ts';

export function* noIommufd(context: Context): Iterable<Problem> {
  const [first] = context.spec.viommus;
  if (first === undefined || context.host.iommufd) return;
  const message = `${first.name}: /dev/iommu does not exist.`;
  yield problem(context, { code: 'HOST_NO_IOMMUFD', message, at: { origin: first.origin } });
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
