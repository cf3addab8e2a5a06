import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseConfig, readKernelConfig } from '../../src/host/kernel-config.ts';
import type { SysTree } from '../../src/host/sys-tree.ts';
import { textTree } from '../support/text-tree.ts';

const ON = 'CONFIG_VFIO_DEVICE_CDEV=y';
const OFF = '# CONFIG_VFIO_DEVICE_CDEV is not set';

/** /proc/config.gz beside the files of the tree. */
function withPacked(bytes: Uint8Array, text = ''): SysTree {
  const tree = textTree(text);
  const readBytes = tree.readBytes.bind(tree);
  return Object.assign(tree, {
    readBytes: (path: string, limit: number) =>
      path === '/proc/config.gz' ? bytes.subarray(0, limit) : readBytes(path, limit),
  });
}

describe('build options', () => {
  it('are read from the running kernel first, then from the files of the distribution', () => {
    const boot = `/boot/config-7.3.4 = ${OFF}`;
    expect(readKernelConfig(withPacked(gzipSync(ON), boot), '7.3.4')).toEqual({ CONFIG_VFIO_DEVICE_CDEV: 'y' });
    expect(readKernelConfig(textTree(boot), '7.3.4')).toEqual({ CONFIG_VFIO_DEVICE_CDEV: 'n' });
    expect(readKernelConfig(textTree(`/lib/modules/7.3.4/config = ${ON}`), '7.3.4')).toEqual({
      CONFIG_VFIO_DEVICE_CDEV: 'y',
    });
  });

  it('are not known without these files, nor from those of another kernel', () => {
    expect(readKernelConfig(textTree(`/boot/config-6.1.0 = ${ON}`), '7.3.4')).toBeNull();
  });

  it('are those of the loaded module when it shows them', () => {
    const loaded = `/boot/config-7.3.4 = ${OFF}\n/sys/module/vfio/refcnt = 0\n/proc/devices = Character devices:\\n  1 mem\\n`;
    expect(readKernelConfig(textTree(`${loaded}511 vfio-dev\\n`), '7.3.4')).toEqual({ CONFIG_VFIO_DEVICE_CDEV: 'y' });
    expect(readKernelConfig(textTree(loaded.replace(OFF, ON)), '7.3.4')).toEqual({ CONFIG_VFIO_DEVICE_CDEV: 'n' });
  });

  it('are off when a whole configuration does not list them, and not known when a part does not', () => {
    const whole = Array.from({ length: 600 }, (_, index) => `CONFIG_X${index}=m`).join('\n');
    expect(parseConfig(`${whole}\n${ON}`)).toMatchObject({ CONFIG_VFIO_DEVICE_CDEV: 'y', CONFIG_IOMMUFD: 'n' });
    expect(parseConfig('CONFIG_IOMMUFD=m\n')).toEqual({ CONFIG_IOMMUFD: 'm' });
    expect(parseConfig('no option\n')).toBeNull();
  });

  it.each([
    ['no gzip', Buffer.from('not packed')],
    ['cut off', gzipSync(ON).subarray(0, 20)],
    ['far too long when unpacked', gzipSync(Buffer.alloc(64 << 20))],
  ])('in a file that is %s are looked for elsewhere', (_, bytes) => {
    expect(readKernelConfig(withPacked(bytes, `/boot/config-7.3.4 = ${ON}`), '7.3.4')).toEqual({
      CONFIG_VFIO_DEVICE_CDEV: 'y',
    });
  });

  it('are not looked for in the path that a strange release would be', () => {
    expect(readKernelConfig(textTree(`/boot/config-x/../y = ${ON}`), 'x/../y')).toBeNull();
  });
});
