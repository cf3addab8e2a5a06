/**
 * Whether the kernel starts VT-d where the firmware describes it. Source: drivers/iommu/intel/dmar.c detect_intel_iommu,
 * drivers/iommu/intel/iommu.c intel_iommu_init, intel_iommu_setup (7.3).
 */

import type { Host } from '../model/host.ts';
import { DMAR_FLAG } from '../vtd/dmar-flags.ts';
import { builtWith } from './kernel-options.ts';
import { intelIommuWords, iommuOffWord } from './kernel-words.ts';
import { obeysOptOut } from './release.ts';

export type VtdAtBoot =
  | { readonly state: 'on' }
  /** No word asks for it, and whether the kernel was built to start it by itself was not read. */
  | { readonly state: 'unknown' }
  | { readonly state: 'off'; readonly cause: VtdOff };

export type VtdOff =
  /** The DMAR table asks for it. */
  | { readonly kind: 'opt-out' }
  | { readonly kind: 'word'; readonly word: string }
  /** The kernel has no driver. */
  | { readonly kind: 'build' }
  /** The kernel was built to start it only when asked. */
  | { readonly kind: 'unasked' };

export function vtdAtBoot({ kernel, firmware }: Pick<Host, 'kernel' | 'firmware'>): VtdAtBoot {
  if (((firmware?.dmarFlags ?? 0) & DMAR_FLAG.REMAP_OPT_OUT) !== 0 && obeysOptOut(kernel.release)) {
    return { state: 'off', cause: { kind: 'opt-out' } };
  }
  const word = iommuOffWord(kernel.commandLine, 'intel');
  if (word !== null) return { state: 'off', cause: { kind: 'word', word } };
  if (builtWith(kernel, 'CONFIG_INTEL_IOMMU') === 'n') return { state: 'off', cause: { kind: 'build' } };
  if (intelIommuWords(kernel.commandLine).includes('on')) return { state: 'on' };
  const byItself = builtWith(kernel, 'CONFIG_INTEL_IOMMU_DEFAULT_ON');
  if (byItself === null) return { state: 'unknown' };
  return byItself === 'y' ? { state: 'on' } : { state: 'off', cause: { kind: 'unasked' } };
}
