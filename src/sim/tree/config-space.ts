/**
 * PCI configuration space made from the facts of a function: header, PCI Express capability, ACS, PASID, ATS and PRI.
 * Source: linux/pci_regs.h (7.3); PCIe r6 §7.5.3 (Express), §7.7.11 (ACS), §7.8.7 (PASID), §10.5.1 (ATS), §10.5.2 (PRI).
 */

import { hasBridgeHeader } from '../../linux/pci-header.ts';
import { PORT_TYPE } from '../../linux/port-type.ts';
import type { ExpressFacts, PciCapabilities, PciFunction } from '../../model/host.ts';
import type { World } from '../state/world.ts';

const HEADER_BYTES = 64;
const CONFIG_BYTES = 4096;
const EXPRESS_AT = 0x40;
const EXTENDED_AT = 0x100;
const MULTI_FUNCTION = 0x80;
/** Bit 4: completion timeouts can be switched off, as every endpoint must allow. */
const DEVCAP2 = { timeoutDisable: 0x10, tlpPrefix: 0x20_0000 } as const;

/**
 * 4096 bytes, or 64 when the capabilities are `unknown`; only ones of a function that does not answer. A VF has no PASIDs and page
 * requests of its own, and ones for vendor and device id.
 */
export function configSpace(world: World, facts: PciFunction): Uint8Array {
  const bytes = new Uint8Array(facts.capabilities === 'unknown' ? HEADER_BYTES : CONFIG_BYTES);
  if (facts.answers === false) return bytes.fill(0xff);
  const view = new DataView(bytes.buffer);
  view.setUint32(0x00, facts.physicalFunction === null ? facts.vendor + facts.device * 0x1_0000 : 0xffff_ffff, true);
  view.setUint32(0x08, facts.classCode * 256, true);
  const express = expressOf(world, facts);
  view.setUint8(0x0e, (hasBridgeHeader(facts) ? 1 : 0) | (express?.multiFunction === true ? MULTI_FUNCTION : 0));
  view.setUint16(0x2c, facts.subsystemVendor, true);
  view.setUint16(0x2e, facts.subsystemDevice, true);
  if (facts.capabilities === 'unknown') return bytes;
  if (express !== null) putExpress(view, express);
  const { pasid, ats, pri } = facts.capabilities;
  putExtended(view, [
    acsPart(express?.acs ?? null),
    atsPart(ats),
    ...(facts.physicalFunction === null ? [priPart(pri), pasidPart(pasid)] : []),
  ]);
  return bytes;
}

/** The facts; where a machine file does not have them, those of a plain function at its place. */
function expressOf(world: World, facts: PciFunction): ExpressFacts | null {
  if (facts.express !== 'unknown') return facts.express;
  if (isConventional(world, facts)) return null;
  const onRootBus = facts.bridge === null ? PORT_TYPE.integrated : PORT_TYPE.endpoint;
  const portType = hasBridgeHeader(facts) ? PORT_TYPE.root : onRootBus;
  return { portType, multiFunction: false, tlpPrefix: true, acs: null };
}

/** A function below a conventional bridge, or that bridge itself. */
function isConventional(world: World, { address, bridge }: PciFunction): boolean {
  if (bridge?.kind === 'conventional') return true;
  return [...world.functions.values()].some(
    ({ facts }) => facts.bridge?.address === address && facts.bridge.kind === 'conventional',
  );
}

function putExpress(view: DataView, { portType, tlpPrefix }: ExpressFacts): void {
  view.setUint16(0x06, 0x10, true); // status: capability list
  view.setUint8(0x34, EXPRESS_AT);
  view.setUint16(EXPRESS_AT, 0x10, true);
  view.setUint16(EXPRESS_AT + 2, 2 | (portType << 4), true);
  const devcap2 = tlpPrefix === null ? 0 : DEVCAP2.timeoutDisable | (tlpPrefix ? DEVCAP2.tlpPrefix : 0);
  view.setUint32(EXPRESS_AT + 0x24, devcap2, true);
}

interface Extended {
  readonly id: number;
  readonly sizeBytes: number;
  fill(view: DataView, at: number): void;
}

function putExtended(view: DataView, parts: readonly (Extended | null)[]): void {
  const list = parts.filter((one) => one !== null);
  let at = EXTENDED_AT;
  for (const [index, { id, sizeBytes, fill }] of list.entries()) {
    const next = index + 1 < list.length ? at + sizeBytes : 0;
    view.setUint32(at, (id | (1 << 16)) + next * 2 ** 20, true);
    fill(view, at);
    at += sizeBytes;
  }
}

function acsPart(facts: ExpressFacts['acs']): Extended | null {
  if (facts === null) return null;
  return {
    id: 0x0d,
    sizeBytes: 8,
    fill(view, at) {
      view.setUint16(at + 4, facts.capable, true);
      view.setUint16(at + 6, facts.control, true);
    },
  };
}

function atsPart(facts: PciCapabilities['ats']): Extended | null {
  if (facts === null) return null;
  return {
    id: 0x0f,
    sizeBytes: 8,
    fill(view, at) {
      view.setUint16(at + 4, facts.queueDepth & 0x1f, true); // 32 is written as 0
      view.setUint16(at + 6, facts.enabled ? 0x8000 : 0, true);
    },
  };
}

function priPart(facts: PciCapabilities['pri']): Extended | null {
  if (facts === null) return null;
  return {
    id: 0x13,
    sizeBytes: 16,
    fill(view, at) {
      view.setUint16(at + 4, facts.enabled ? 1 : 0, true);
      // Not recorded: of a machine that works, whose PRI could not be on otherwise
      view.setUint16(at + 6, facts.responsePasid === false ? 0 : 0x8000, true);
      view.setUint32(at + 8, facts.capacity, true);
    },
  };
}

/** An Enable that was not recorded is on, as on a machine where PASIDs work. */
function pasidPart(facts: PciCapabilities['pasid']): Extended | null {
  if (facts === null) return null;
  return {
    id: 0x1b,
    sizeBytes: 8,
    fill(view, at) {
      view.setUint16(at + 4, (facts.widthBits << 8) | (facts.exec ? 2 : 0) | (facts.privileged ? 4 : 0), true);
      view.setUint16(
        at + 6,
        (facts.enabled === false ? 0 : 1) | (facts.exec ? 2 : 0) | (facts.privileged ? 4 : 0),
        true,
      );
    },
  };
}
