/** The machine has no IOMMU unit: the firmware tables and the hypervisor tell whose settings to change. */

import type { Evidence } from '../diagnostics/finding.ts';
import { wordsOf } from '../linux/command-line.ts';
import { intelIommuWords, iommuOffWord } from '../linux/kernel-words.ts';
import { vtdAtBoot } from '../linux/vtd-at-boot.ts';
import type { Host } from '../model/host.ts';
import type { DeviceSpec } from '../model/spec.ts';
import { afterReboot, bootWith, bootWithout } from './boot-fix.ts';
import { type Problem, problem } from './check.ts';
import type { Context } from './context.ts';
import { hypervisorOf, makerOf, VIOMMU_ADVICE } from './platform.ts';
import { SCALABLE_WORDS } from './scalable-rules.ts';

const SHOWN = 'ls /sys/class/iommu';

export function* iommuOff(context: Context): Iterable<Problem> {
  const [first] = context.spec.devices;
  if (first === undefined || context.host.units.length > 0) return;
  if (context.host.unitsUnseen === true) {
    yield unseen(context, first);
    return;
  }
  const { why, advice, fix } = whyOff(context.host);
  yield problem(context, {
    code: 'HOST_IOMMU_OFF',
    message: `The machine has no IOMMU unit. ${why}`,
    at: { origin: first.origin, key: 'address' },
    ...(advice === undefined ? {} : { advice }),
    evidence: [{ source: '/sys/class/iommu', value: 'empty' }, ...platformEvidence(context.host)],
    ...(fix === undefined ? { confirm: SHOWN } : { fix, confirm: afterReboot(SHOWN) }),
  });
}

/** The machine as it would be: what its units can do was never read. */
function unseen(context: Context, { origin }: DeviceSpec): Problem {
  return problem(context, {
    code: 'HOST_UNITS_UNSEEN',
    message:
      'With these assumptions the kernel would start VT-d, which is off now: its units are only seen after that boot.',
    at: { origin, key: 'address' },
    unknown: true,
    evidence: platformEvidence(context.host),
    confirm: afterReboot(SHOWN),
  });
}

/** Which tables are there, and the hypervisor. */
export function platformEvidence({ firmware, kernel }: Pick<Host, 'firmware' | 'kernel'>): readonly Evidence[] {
  const tables = firmware?.tables ?? null;
  const words = wordsOf(kernel.commandLine).filter((word) => /^(?:intel_|amd_)?iommu=/.test(word));
  const listed = tables?.length === 0 ? 'no DMAR, IVRS or IORT' : (tables?.join(', ') ?? 'not read');
  return [
    { source: '/sys/firmware/acpi/tables', value: listed },
    { source: '/proc/cmdline', value: words.join(' ') || 'no word about the IOMMU' },
    ...(firmware === null ? [] : [{ source: 'hypervisor', value: firmware.hypervisor ?? 'none' }]),
  ];
}

interface Why {
  readonly why: string;
  /** Absent: that of the code. */
  readonly advice?: string;
  readonly fix?: string;
}

function whyOff(host: Host): Why {
  const tables = host.firmware?.tables ?? null;
  const hypervisor = hypervisorOf(host);
  if (tables?.includes('DMAR')) return whyNotStarted(host);
  if (hypervisor !== null) {
    return {
      why: `It is itself a guest of ${hypervisor}, which gives it none.`,
      advice: `${VIOMMU_ADVICE} Then boot the guest with \`intel_iommu=on,sm_on\`.`,
    };
  }
  if (tables === null) return whyUnread(host);
  const maker = makerOf(host);
  if (maker === 'amd') return whyNoneOfAmd(host);
  if (maker === 'arm') return NONE_OF_ARM;
  const word = iommuOffWord(host.kernel.commandLine, 'intel');
  const also = word === null ? '' : ` The kernel command line has \`${word}\` besides.`;
  return maker === 'intel'
    ? { why: `VT-d is off in the firmware: there is no DMAR table.${also}` }
    : {
        why: `The firmware has none of the tables DMAR, IVRS and IORT, so the IOMMU is off there, or the machine has none.${also}`,
        advice: 'Enable VT-d (Intel) in the firmware, and boot with `intel_iommu=on,sm_on`.',
      };
}

/** The firmware describes VT-d, so the kernel has left it off. */
function whyNotStarted(host: Host): Why {
  const { kernel } = host;
  const atBoot = vtdAtBoot(host);
  if (atBoot.state === 'on') {
    return {
      why: 'The firmware has VT-d and the kernel was to use it, but it did not start.',
      advice: 'Read why in the kernel log: `dmesg | grep -e DMAR -e IOMMU`.',
    };
  }
  if (atBoot.state === 'unknown') return unasked(kernel);
  switch (atBoot.cause.kind) {
    case 'opt-out':
      return {
        why: 'The firmware forbids the kernel to use VT-d: its DMAR table has the flag REMAP_OPT_OUT.',
        advice:
          'Change the setting of the firmware that keeps DMA remapping off (often “kernel DMA protection” or “VT-d mode”), or update the firmware.',
      };
    case 'word': {
      const { word } = atBoot.cause;
      return {
        why: `The firmware has VT-d, but the kernel command line has \`${word}\`.`,
        advice: `Boot without \`${word}\`, and with \`${SCALABLE_WORDS}\`.`,
        // Of words on intel_iommu the last wins, but iommu=off stays off.
        fix: word.startsWith('iommu=') ? bootWithout(kernel, word, withoutOff(word)) : bootWith(kernel, SCALABLE_WORDS),
      };
    }
    case 'build':
      return {
        why: 'The firmware has VT-d, but the kernel was built without it.',
        advice: 'Use a kernel with CONFIG_INTEL_IOMMU.',
      };
    case 'unasked':
      return unasked(kernel);
  }
}

function unasked(kernel: Host['kernel']): Why {
  return {
    why: 'The firmware has VT-d, but the kernel leaves it off without `intel_iommu=on`.',
    advice: `Boot with \`${SCALABLE_WORDS}\`.`,
    fix: bootWith(kernel, SCALABLE_WORDS),
  };
}

/** `iommu=pt,off` → `iommu=pt` */
function withoutOff(word: string): string {
  const kept = word
    .slice('iommu='.length)
    .split(',')
    .filter((option) => !option.startsWith('off'));
  return kept.length === 0 ? '' : `iommu=${kept.join(',')}`;
}

/** Without root, or in a captured tree, the tables are not known: the command line alone tells. */
function whyUnread(host: Host): Why {
  const off = iommuOffWord(host.kernel.commandLine, 'intel');
  if (off !== null) return { why: `The kernel command line has \`${off}\`.` };
  return intelIommuWords(host.kernel.commandLine).includes('on')
    ? { why: 'The kernel command line has `intel_iommu=on`, so VT-d is off in the firmware.' }
    : { why: 'VT-d is off in the firmware, or the kernel needs `intel_iommu=on`.' };
}

function whyNoneOfAmd({ firmware, kernel }: Host): Why {
  const word = iommuOffWord(kernel.commandLine, 'amd');
  const reason =
    firmware?.tables?.includes('IVRS') !== true
      ? 'there is no IVRS table, so AMD-Vi is off in the firmware'
      : `AMD-Vi is there, but ${word === null ? 'it did not start (see the kernel log)' : `the kernel command line has \`${word}\``}`;
  return {
    why: `It is an AMD machine: ${reason}.`,
    advice:
      'Use a machine with Intel VT-d: with AMD-Vi switched on, Linux 7.3 still attaches no PASID through iommufd.',
  };
}

const NONE_OF_ARM: Why = {
  why: 'It is an Arm machine: its firmware describes no SMMUv3 that the kernel uses.',
  advice: 'Use a machine with Intel VT-d: a vIOMMU of model intel-iommu cannot use an SMMU.',
};
