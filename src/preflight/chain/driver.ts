/** The driver that the device is taken from: what ends with it, and who uses or holds the device. */

import { noVfioPci, taken, takingNeedsRoot } from '../access-rules.ts';
import { denylistLeftOff, onOurModule } from '../denylist-left-off.ts';
import { denylistEvidence, denylisted, onDenylist } from '../denylist-rules.ts';
import { pfHasVfs, vfNeedsToken } from '../device-rules.ts';
import { vfioPciEvidence, vfioPciStopped } from '../module-rules.ts';
import { deviceEnabled, deviceHeld, deviceInUse, returnHeld } from '../use-rules.ts';
import { onVariantDriver } from '../variant-rules.ts';
import { vmdChildrenVanish } from '../vmd-rules.ts';
import type { ChainPart } from './chain-part.ts';
import { PRESENT } from './presence.ts';

export const DRIVER: ChainPart = [
  {
    id: 'vfio-pci-built',
    link: 'driver',
    title: 'the kernel has vfio-pci',
    needs: PRESENT,
    rule: noVfioPci,
    concerns: taken,
  },
  {
    id: 'vfio-pci-loads',
    link: 'driver',
    title: 'vfio-pci is loaded or can be',
    needs: [...PRESENT, 'vfio-pci-built'],
    rule: vfioPciStopped,
    concerns: taken,
    evidence: vfioPciEvidence,
  },
  {
    id: 'taken-as-root',
    link: 'driver',
    passing: true,
    title: 'this user may take the device',
    needs: PRESENT,
    rule: takingNeedsRoot,
    concerns: taken,
  },
  {
    id: 'plain-driver',
    link: 'driver',
    passing: true,
    title: 'the device is on no variant of vfio-pci',
    needs: PRESENT,
    rule: onVariantDriver,
  },
  { id: 'vf-token', link: 'driver', passing: true, title: 'no VF token is needed', needs: PRESENT, rule: vfNeedsToken },
  {
    id: 'pf-without-vfs',
    link: 'driver',
    passing: true,
    title: 'taking the device removes no VFs',
    needs: PRESENT,
    rule: pfHasVfs,
  },
  {
    id: 'denylist',
    link: 'driver',
    title: 'vfio-pci does not refuse the device as unsafe',
    needs: [...PRESENT, 'vfio-pci-loads'],
    rule: denylisted,
    concerns: onDenylist,
    evidence: denylistEvidence,
  },
  {
    id: 'denylist-as-asked',
    link: 'driver',
    ofHeld: true,
    title: 'pasidctl has switched the denylist of vfio-pci off only as the spec asks',
    needs: PRESENT,
    rule: denylistLeftOff,
    concerns: onOurModule,
    evidence: denylistEvidence,
  },
  {
    id: 'vmd-children',
    link: 'driver',
    passing: true,
    title: 'taking the device removes no functions below it',
    needs: PRESENT,
    rule: vmdChildrenVanish,
  },
  {
    id: 'device-unused',
    link: 'driver',
    passing: true,
    title: 'the host does not use the device',
    needs: PRESENT,
    restsOn: 'open-files-read',
    rule: deviceInUse,
  },
  {
    id: 'device-idle',
    link: 'driver',
    passing: true,
    title: 'nothing of the device is switched on',
    needs: PRESENT,
    rule: deviceEnabled,
  },
  {
    id: 'device-free',
    link: 'driver',
    passing: true,
    title: 'no other process has the device open',
    needs: PRESENT,
    restsOn: 'open-files-read',
    rule: deviceHeld,
  },
  {
    id: 'return-free',
    link: 'driver',
    passing: true,
    title: 'what is to be given back is free',
    needs: [],
    rule: returnHeld,
  },
];
