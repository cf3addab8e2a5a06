/** A device that is not there may be a VF that nobody has made. */

import { answerToNumvfs, makesVfs, type NumvfsAnswer, type VfPlace } from '../linux/sriov.ts';
import { VFIO_PCI } from '../linux/vfio-drivers.ts';
import type { PciFunction } from '../model/host.ts';
import type { DeviceSpec } from '../model/spec.ts';
import { count } from '../text/amounts.ts';
import { hexDigits } from '../text/hex.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { type Problem, problem } from './check.ts';
import type { Context } from './context.ts';
import { writeCommand } from './shell.ts';

interface MissingVf {
  /** What the address would be. */
  readonly place: VfPlace;
  /** How many VFs the PF must have for all missing devices of the spec. */
  readonly needed: number;
}

export function vfNotMade(context: Context, device: DeviceSpec, { place, needed }: MissingVf): Problem {
  const { pf } = place;
  if (pf.driver === VFIO_PCI && makesVfs(pf.driver, context.host.parameters))
    return tokenNeeded(context, device, place);
  const answer = answerToNumvfs(pf, needed, context.host.parameters);
  const declared = context.spec.physicalFunctions.some(({ address }) => address === pf.address);
  const mend = declared ? moreDeclared(pf, needed) : mending(pf, needed, answer);
  return problem(context, {
    devices: [device.name],
    code: 'HOST_VF_NOT_MADE',
    message: `${device.name}: ${device.address} ${placeWords(place)}, which has ${madeWords(pf)}.${mend.words}`,
    at: { origin: device.origin, key: 'address' },
    advice: mend.advice,
    evidence: [
      { source: pfFile(pf, 'sriov_numvfs'), value: String(pf.virtualFunctions.length) },
      { source: pfFile(pf, 'sriov_totalvfs'), value: String(pf.totalVfs) },
    ],
    ...(mend.fix === null ? {} : { fix: mend.fix, confirm: `ls -d ${pciFolder(device.address)}` }),
  });
}

/** Making it would not help: vfio-pci has the PF. */
function tokenNeeded(context: Context, device: DeviceSpec, place: VfPlace): Problem {
  return problem(context, {
    devices: [device.name],
    code: 'HOST_VF_NEEDS_TOKEN',
    message: `${device.name}: ${device.address} ${placeWords(place)}, and a VF of such a PF needs a VF token.`,
    at: { origin: device.origin, key: 'address' },
    evidence: [{ source: pfFile(place.pf, 'driver'), value: VFIO_PCI }],
  });
}

/** As many VFs as these places among the VFs of a PF take. */
export function vfsFor({ virtualFunctions }: PciFunction, places: readonly VfPlace[]): number {
  return Math.max(virtualFunctions.length, ...places.map(({ index }) => index + 1));
}

function placeWords({ pf, index, known }: VfPlace): string {
  const { address, vendor, device, driver } = pf;
  const who = `the PF ${address} (${hexDigits(vendor, 4)}:${hexDigits(device, 4)}, driver ${driver ?? 'none'})`;
  return known ? `would be VF ${index} of ${who}` : `is not there; it may be one of the VFs of ${who}`;
}

function madeWords({ virtualFunctions, totalVfs }: PciFunction): string {
  return `${virtualFunctions.length} of ${count(totalVfs, 'VF')}`;
}

interface Mending {
  /** After the message. */
  readonly words: string;
  readonly advice: string;
  readonly fix: string | null;
}

/** The spec says how many VFs there shall be: fewer than its devices take. */
function moreDeclared({ address, virtualFunctions }: PciFunction, needed: number): Mending {
  return {
    words: ` The spec declares ${count(virtualFunctions.length, 'VF')}.`,
    advice: `Raise \`virtualFunctions\` of ${address} to ${needed}, or correct \`address\`.`,
    fix: null,
  };
}

function mending(pf: PciFunction, needed: number, answer: NumvfsAnswer): Mending {
  const file = pfFile(pf, 'sriov_numvfs');
  const make = writeCommand([needed, file]);
  const declare = `list the PF as a device with \`virtualFunctions: ${needed}\``;
  switch (answer) {
    case 'ENOENT':
      return {
        words: ` Its driver makes no VFs: a write of sriov_numvfs fails with ENOENT.`,
        advice: `Bind ${pf.address} to its native driver first, if that can make VFs; then \`${make}\`.`,
        fix: null,
      };
    case 'EBUSY': {
      const others = pf.virtualFunctions.length;
      return {
        words: ` Their number can only change by way of 0, which removes the ${count(others, 'VF')} that it has.`,
        advice: `See that nobody uses the other VFs of ${pf.address}, then write 0 and ${needed} to its sriov_numvfs.`,
        fix: writeCommand([0, file], [needed, file]),
      };
    }
    case 'OK':
    case 'ERANGE':
      return {
        words: '',
        advice: `Write ${needed} to sriov_numvfs of ${pf.address}, or ${declare}; or correct \`address\`.`,
        fix: make,
      };
  }
}

export function pfFile({ address }: Pick<PciFunction, 'address'>, name: string): string {
  return `${pciFolder(address)}/${name}`;
}
