/**
 * Whether PASIDs can be switched on for a function: pci_enable_pasid() asks for End-End TLP prefixes and for ACS on the whole way to
 * the root. The VT-d driver ignores its errno and prints nothing, so that these facts are all there is to name the cause.
 * Source: drivers/pci/ats.c pci_enable_pasid, probe.c pci_configure_eetlp_prefix, pci.c pci_acs_path_enabled, pci_acs_enabled,
 * pci_acs_flags_enabled, quirks.c pci_quirk_rciep_acs (7.3).
 */

import { type Bdf, splitBdf } from '../model/bdf.ts';
import type { ExpressFacts, Host, PciFunction } from '../model/host.ts';
import { PORT_TYPE } from './port-type.ts';

/** ACS: requests between peers are redirected upstream (RR), and go on upstream there (UF). */
export const ACS_REDIRECT = 0x04 | 0x10;

/**
 * `conventional`: not PCI Express. `prefix`: no End-End TLP prefixes. `no-port`: an endpoint without a root port above it. `acs`: no
 * ACS where it is needed. `redirect`: ACS is there, RR or UF is off.
 */
export type PathLack = 'conventional' | 'prefix' | 'no-port' | 'acs' | 'redirect';

/**
 * `closed`: the kernel leaves PASIDs off, because of these functions. `unknown`: nothing closes it for certain: some functions could not
 * be read, or are endpoints whose DEVCAP2 reads 0. The kernel takes that as no prefix, so that it is the cause where PASIDs are off; but
 * captured trees have such registers of devices whose PASIDs are on.
 */
export type PasidPath =
  | { readonly state: 'open' }
  | { readonly state: 'closed'; readonly lacks: PathLack; readonly at: readonly Bdf[] }
  | { readonly state: 'unknown'; readonly at: readonly Bdf[] };

const OPEN: PasidPath = { state: 'open' };

/** The answer for a VF is its PF's. */
export function pasidPath(fn: PciFunction, { functions }: Pick<Host, 'functions'>): PasidPath {
  const known = byAddress(functions);
  const owner = fn.physicalFunction === null ? fn : known.get(fn.physicalFunction);
  if (owner === undefined) return { state: 'unknown', at: fn.physicalFunction === null ? [] : [fn.physicalFunction] };
  if (owner.bridge?.kind === 'conventional')
    return { state: 'closed', lacks: 'conventional', at: [owner.bridge.address] };
  const { way, missing } = wayUp(owner, known);
  const answers = [prefixes(way, owner), redirection(way)];
  const closed = answers.find(({ state }) => state === 'closed');
  if (closed !== undefined) return closed;
  const unread = [...missing, ...answers.flatMap((answer) => (answer.state === 'unknown' ? answer.at : []))];
  return unread.length === 0 ? OPEN : { state: 'unknown', at: [...new Set(unread)] };
}

/** A survey asks for every function of a machine, so the index of a machine is made once. A list of functions never changes. */
function byAddress(functions: readonly PciFunction[]): ReadonlyMap<Bdf, PciFunction> {
  const made = INDEXES.get(functions) ?? new Map(functions.map((one) => [one.address, one]));
  INDEXES.set(functions, made);
  return made;
}

const INDEXES = new WeakMap<readonly PciFunction[], ReadonlyMap<Bdf, PciFunction>>();

interface WayUp {
  /** From the function to the root port. */
  readonly way: readonly PciFunction[];
  /** The bridge at which the way ends because nothing is known of it. */
  readonly missing: readonly Bdf[];
}

function wayUp(from: PciFunction, known: ReadonlyMap<Bdf, PciFunction>): WayUp {
  const way: PciFunction[] = [];
  let next: PciFunction | undefined = from;
  while (next !== undefined && !way.includes(next)) {
    way.push(next);
    const { bridge }: PciFunction = next;
    if (bridge === null) return { way, missing: [] };
    next = known.get(bridge.address);
    if (next === undefined) return { way, missing: [bridge.address] };
  }
  return { way, missing: [] };
}

/** An integrated endpoint needs its own bit only; others need that of every function up to the root port. */
function prefixes(way: readonly PciFunction[], owner: PciFunction): PasidPath {
  if (needsNoPrefix(owner)) return OPEN;
  const lacking: Bdf[] = [];
  const unread: Bdf[] = [];
  for (const { address, express } of way) {
    if (express === null) return { state: 'closed', lacks: 'conventional', at: [address] };
    if (express === 'unknown' || express.tlpPrefix === null) unread.push(address);
    else if (!express.tlpPrefix) lacking.push(address);
    if (express !== 'unknown' && (express.portType === PORT_TYPE.root || express.portType === PORT_TYPE.integrated))
      break;
  }
  if (lacking.length > 0) return { state: 'closed', lacks: 'prefix', at: lacking };
  if (unread.length > 0) return { state: 'unknown', at: unread };
  return endsAtPort(way) ? OPEN : { state: 'closed', lacks: 'no-port', at: [owner.address] };
}

function endsAtPort(way: readonly PciFunction[]): boolean {
  const types = way.map(({ express }) => (express === null || express === 'unknown' ? null : express.portType));
  const top = way.at(-1);
  return types.includes(PORT_TYPE.integrated) || types.includes(PORT_TYPE.root) || top?.bridge !== null;
}

/** Huawei’s integrated devices carry PASIDs without prefixes. Source: drivers/pci/quirks.c quirk_huawei_pcie_sva (7.3). */
const HUAWEI_SVA: readonly number[] = [0xa250, 0xa251, 0xa255, 0xa256, 0xa258, 0xa259];

function needsNoPrefix({ vendor, device }: PciFunction): boolean {
  return vendor === 0x19e5 && HUAWEI_SVA.includes(device);
}

function redirection(way: readonly PciFunction[]): PasidPath {
  const found = way.map((fn) => ({ address: fn.address, lack: acsLack(fn) }));
  for (const lacks of ['conventional', 'acs', 'redirect'] as const) {
    const at = found.filter(({ lack }) => lack === lacks).map(({ address }) => address);
    if (at.length > 0) return { state: 'closed', lacks, at };
  }
  const at = found.filter(({ lack }) => lack === 'unknown').map(({ address }) => address);
  return at.length === 0 ? OPEN : { state: 'unknown', at };
}

const INTEL = 0x8086;

/** Source: pci_acs_enabled. Quirks of single devices beside Intel’s integrated endpoints are not known here. */
function acsLack(fn: PciFunction): 'conventional' | 'acs' | 'redirect' | 'unknown' | null {
  const { express, vendor } = fn;
  if (express === 'unknown') return 'unknown';
  if (express === null) return 'conventional';
  switch (express.portType) {
    case PORT_TYPE.pciBridge:
    case PORT_TYPE.pcieBridge:
    case PORT_TYPE.eventCollector:
      return 'conventional';
    case PORT_TYPE.root:
    case PORT_TYPE.downstream:
      return redirects(express);
    case PORT_TYPE.integrated:
      return vendor === INTEL || !hasSiblings(fn, express) ? null : redirects(express);
    case PORT_TYPE.endpoint:
    case PORT_TYPE.legacyEndpoint:
    case PORT_TYPE.upstream:
      return hasSiblings(fn, express) ? redirects(express) : null;
    default:
      return null;
  }
}

/** The header’s bit counts in function 0; the others are functions of a device that has several. Source: pci_scan_slot. */
function hasSiblings({ address }: PciFunction, { multiFunction }: ExpressFacts): boolean {
  return multiFunction || splitBdf(address).fn > 0;
}

/** Bits that are missing in the capability register count as hard-wired on. Source: pci_acs_flags_enabled. */
function redirects({ acs }: ExpressFacts): 'acs' | 'redirect' | null {
  if (acs === null) return 'acs';
  const needed = ACS_REDIRECT & acs.capable;
  return (acs.control & needed) === needed ? null : 'redirect';
}
