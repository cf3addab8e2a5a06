/**
 * What `pci=disable_acs_redir=…` and `pci=config_acs=…` do to the ACS control of functions at boot. Source: drivers/pci/pci.c pci_setup,
 * pci_enable_acs, pci_std_enable_acs, __pci_config_acs, pci_dev_str_match (7.3).
 */

import { type Bdf, splitBdf } from '../model/bdf.ts';
import type { PciFunction } from '../model/host.ts';
import { argumentsOf } from './command-line.ts';

/** ACS control: SV, RR, CR, UF are switched on where there is an IOMMU. */
const STANDARD = 0x01 | 0x04 | 0x08 | 0x10;
/** RR, CR, EC */
const REDIRECTS = 0x04 | 0x08 | 0x20;

const NAMES = ['disable_acs_redir', 'config_acs'] as const;

/** Bits that a word sets, and to what. */
interface AcsOrder {
  /** As it is written within `pci=`. */
  readonly option: string;
  readonly mask: number;
  readonly bits: number;
}

type Functions = ReadonlyMap<Bdf, PciFunction>;

/** The options that name this function, in the order in which the kernel applies them. Of each name the last alone counts. */
export function acsOrders(fn: PciFunction, commandLine: string, functions: Functions): readonly AcsOrder[] {
  const options = argumentsOf(commandLine)
    .filter(({ name }) => name === 'pci')
    .flatMap(({ value }) => value?.split(',') ?? []);
  return NAMES.flatMap((name) => {
    const option = options.findLast((one) => one.startsWith(`${name}=`));
    const text = option?.slice(name.length + 1) ?? '';
    const [flags, devices] = name === 'config_acs' ? splitAt(text) : ['', text];
    if (option === undefined || !devices.split(';').some((one) => isNamed(fn, one, functions))) return [];
    if (name === 'disable_acs_redir') return [{ option, mask: REDIRECTS, bits: 0 }];
    const order = bitsOf(flags);
    return order === null ? [] : [{ option, ...order }];
  });
}

/**
 * The control register after a boot with another command line. An order that is gone leaves what the kernel switches on by itself.
 *
 * @returns `null` when the line says the same as before
 */
export function acsControlAtBoot(
  fn: PciFunction,
  { after, before, functions }: { readonly after: string; readonly before: string; readonly functions: Functions },
): number | null {
  if (after === before || fn.express === null || fn.express === 'unknown' || fn.express.acs === null) return null;
  const { capable, control } = fn.express.acs;
  const gone = acsOrders(fn, before, functions);
  const orders = acsOrders(fn, after, functions);
  if (gone.map(({ option }) => option).join() === orders.map(({ option }) => option).join()) return null;
  const freed = gone.reduce((mask, order) => mask | order.mask, 0);
  const usual = gone.length === 0 ? control : (control & ~freed) | (capable & STANDARD);
  return orders.reduce((value, { mask, bits }) => (value & ~mask) | (bits & mask), usual);
}

function splitAt(text: string): readonly [flags: string, devices: string] {
  const at = text.indexOf('@');
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** `x110` → the last digit is bit 0; `x` leaves a bit alone. */
function bitsOf(flags: string): Pick<AcsOrder, 'mask' | 'bits'> | null {
  if (!/^[01xX]{1,16}$/.test(flags)) return null;
  const asBits = (one: RegExp): number =>
    Number.parseInt(
      flags.replaceAll(/./g, (digit) => (one.test(digit) ? '1' : '0')),
      2,
    );
  return { mask: asBits(/[01]/), bits: asBits(/1/) };
}

/** `pci:8086:0b25[:sub:sub]`, or `[domain:]bus:device.function`, with more `/device.function` on the way down. */
function isNamed(fn: PciFunction, text: string, functions: Functions): boolean {
  if (text.startsWith('pci:')) return hasIds(fn, text.slice('pci:'.length));
  const [first = '', ...below] = text.split('/');
  let at: PciFunction | undefined = fn;
  for (const place of below.toReversed()) {
    if (at === undefined || at.bridge === null || !isAt(at, place)) return false;
    at = functions.get(at.bridge.address);
  }
  const [, segment = '0', bus, place = ''] = /^(?:([0-9a-f]+):)?([0-9a-f]+):([0-9a-f]+\.[0-9a-f])$/i.exec(first) ?? [];
  if (at === undefined || bus === undefined) return false;
  const own = splitBdf(at.address);
  return own.segment === hexOf(segment) && own.bus === hexOf(bus) && isAt(at, place);
}

function isAt({ address }: PciFunction, place: string): boolean {
  const [device = '', fn = ''] = place.split('.');
  const own = splitBdf(address);
  return own.device === hexOf(device) && own.fn === hexOf(fn);
}

/** 0 stands for any id. */
function hasIds(fn: PciFunction, text: string): boolean {
  const wanted = text.split(':').map(hexOf);
  const own = [fn.vendor, fn.device, fn.subsystemVendor, fn.subsystemDevice];
  return (wanted.length === 2 || wanted.length === 4) && wanted.every((id, index) => id === 0 || id === own[index]);
}

function hexOf(text: string): number {
  return /^[0-9a-f]+$/i.test(text) ? Number.parseInt(text, 16) : Number.NaN;
}
