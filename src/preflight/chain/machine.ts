/** Firmware and kernel: an IOMMU, iommufd, the release. */

import { iommufdDenied } from '../access-rules.ts';
import { iommuOff } from '../iommu-off-rule.ts';
import { kernelTooOld, noIommufd } from '../kernel-rules.ts';
import type { ChainPart } from './chain-part.ts';
import { inViommus } from './concerned.ts';

export const MACHINE: ChainPart = [
  { id: 'iommu-present', link: 'firmware', title: 'the machine has an IOMMU', needs: [], rule: iommuOff },
  {
    id: 'iommufd',
    link: 'kernel',
    passing: true,
    title: '/dev/iommu is there',
    needs: [],
    everywhere: true,
    rule: noIommufd,
    concerns: inViommus,
    regardless: ({ spec }) => spec.viommus.length > 0,
  },
  {
    id: 'iommufd-access',
    link: 'kernel',
    passing: true,
    title: 'this user may open /dev/iommu',
    needs: ['iommufd'],
    everywhere: true,
    rule: iommufdDenied,
    concerns: inViommus,
    regardless: ({ spec }) => spec.viommus.length > 0,
  },
  {
    id: 'kernel-release',
    link: 'kernel',
    title: 'the kernel is new enough',
    needs: [],
    everywhere: true,
    rule: kernelTooOld,
    concerns: inViommus,
    regardless: ({ spec }) => spec.viommus.length > 0,
  },
];
