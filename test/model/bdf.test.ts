import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  joinBdf,
  packDevfn,
  packRequester,
  parseBdf,
  requesterText,
  splitBdf,
  unpackDevfn,
  unpackRequester,
} from '../../src/model/bdf.ts';

const anyParts = fc.record({
  segment: fc.nat(0xffff),
  bus: fc.nat(0xff),
  device: fc.nat(0x1f),
  fn: fc.nat(7),
});

test('an address and its parts are the same, either way', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const address = joinBdf(parts);
      expect(splitBdf(address)).toEqual(parts);
      expect(parseBdf(address.toUpperCase())).toBe(address);
    }),
  );
});

test('a requester id has 16 bits, and bus, device and function in them', () => {
  expect(packRequester({ bus: 0x6a, devfn: packDevfn({ device: 1, fn: 2 }) })).toBe(0x6a0a);
  fc.assert(
    fc.property(fc.nat(0xffff), (id) => {
      const { bus, devfn } = unpackRequester(id);
      const { device, fn } = unpackDevfn(devfn);
      expect([bus, device, fn].every((part, index) => part <= ([0xff, 0x1f, 7][index] ?? 0))).toBe(true);
      expect(packRequester({ bus, devfn: packDevfn({ device, fn }) })).toBe(id);
    }),
  );
});

test('a requester is written like an address whose segment is left out', () => {
  expect(requesterText({ bus: 0, devfn: 0xfa })).toBe('00:1f.2');
  fc.assert(
    fc.property(anyParts, ({ bus, ...place }) => {
      const text = requesterText({ bus, devfn: packDevfn(place) });
      expect(parseBdf(text)).toBe(joinBdf({ ...place, bus, segment: 0 }));
    }),
  );
});
