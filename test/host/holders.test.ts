import { describe, expect, it } from 'vitest';
import { parseHeldDevice } from '../../src/host/holders.ts';

describe('fdinfo', () => {
  it('of a vfio device names it', () => {
    expect(parseHeldDevice('pos:\t0\nvfio-device-syspath: /sys/devices/pci0000:00/0000:00:02.0\n')).toBe(
      '0000:00:02.0',
    );
  });

  it('of anything else, or of no PCI device, names nothing', () => {
    expect(parseHeldDevice('pos:\t0\n')).toBe('silent');
    expect(parseHeldDevice('vfio-device-syspath: /sys/devices/platform/x\n')).toBeNull();
  });
});
