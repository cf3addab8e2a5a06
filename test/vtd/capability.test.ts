/** Register values are those that QEMU 11.1.3 shows its guest for the named options. */

import { describe, expect, it } from 'vitest';
import { decodeCap, decodeEcap, ECAP, secondStageBits } from '../../src/vtd/capability.ts';

describe('CAP', () => {
  it('decodes the unit that QEMU emulates with fsts and caching mode', () => {
    expect(decodeCap(0x81d2008c222f0686n)).toEqual({
      domains: 65_536,
      cachingMode: true,
      secondStageWidths: [39, 48],
      guestAddressBits: 48,
      firstStage1GPages: true,
      firstStage5Level: false,
      secondStage2MPages: true,
      secondStage1GPages: true,
    });
  });

  it('shows no caching mode and no 1 GiB pages when they are off', () => {
    const cap = decodeCap(0x80d2008c222f0606n);
    expect(cap.cachingMode).toBe(false);
    expect(cap.firstStage1GPages).toBe(false);
  });

  it('limits second-stage tables by the widest walk and by MGAW', () => {
    expect(secondStageBits(decodeCap(0x80d2008c222f0606n))).toBe(48);
    expect(secondStageBits(decodeCap(0x80d2008c22260206n))).toBe(39);
    expect(secondStageBits(decodeCap(0x81d2008c222f0006n))).toBe(0);
  });
});

describe('ECAP', () => {
  it('decodes the unit that QEMU emulates with fsts, svm and 20-bit PASIDs', () => {
    expect(decodeEcap(0x00008d9a20f00f4en)).toEqual({
      scalableMode: true,
      nesting: false,
      firstStage: true,
      secondStage: false,
      pasidBits: 20,
      supervisor: false,
      extendedAccess: false,
      deviceTlb: true,
      pageRequests: true,
      snoopControl: false,
      coherentWalks: false,
      dirtyTracking: false,
    });
  });

  it('counts PASID bits as PSS + 1, and none without the PASID bit', () => {
    expect(decodeEcap(0x0000893800f00f4an).pasidBits).toBe(8);
    expect(decodeEcap(ECAP.encode({ PSS: 19n })[0] ?? 0n).pasidBits).toBe(0);
  });

  it('needs page requests and their draining both', () => {
    expect(decodeEcap(ECAP.encode({ PRS: 1n })[0] ?? 0n).pageRequests).toBe(false);
    expect(decodeEcap(ECAP.encode({ PRS: 1n, PDS: 1n })[0] ?? 0n).pageRequests).toBe(true);
  });
});
