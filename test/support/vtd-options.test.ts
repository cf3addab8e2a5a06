import { expect, test } from 'vitest';
import { vtdOptions } from './vtd-options.ts';

/** As QEMU prints them, with the options that matter. */
const HELP_7_2 = `intel-iommu options:
  device-iotlb=<bool>    -  (default: false)
  x-pasid-mode=<bool>    -  (default: false)
  x-scalable-mode=<bool> -  (default: false)
`;
const HELP_10_0 = `intel-iommu options:
  device-iotlb=<bool>    - on/off (default: off)
  x-flts=<bool>          - on/off (default: off)
  x-pasid-mode=<bool>    - on/off (default: off)
  x-scalable-mode=<bool> - on/off (default: off)
`;
const HELP_11_1 = `intel-iommu options:
  device-iotlb=<bool>    - on/off (default: off)
  fsts=<bool>            - on/off (default: off)
  pasid-bits=<uint8>     -  (default: 0)
  scalable-mode=<bool>   - on/off (default: off)
`;

test.each([
  ['7.2', HELP_7_2, 'x-scalable-mode=on', null],
  ['10.0', HELP_10_0, 'x-scalable-mode=on', 'x-scalable-mode=on,x-flts=on,x-pasid-mode=on'],
  ['11.1', HELP_11_1, 'scalable-mode=on', 'scalable-mode=on,fsts=on,pasid-bits=20,device-iotlb=on'],
])('the unit of QEMU %s is asked for each stage in its own words', (_, help, secondStage, firstStage) => {
  expect(vtdOptions(help)).toEqual({ secondStage, firstStage });
});
