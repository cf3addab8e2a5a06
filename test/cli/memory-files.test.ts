import { describe, expect, test } from 'vitest';
import { cli } from '../support/run-cli.ts';

describe('plan', () => {
  const spec = (file: string): string => `apiVersion: pasidctl/v1
kind: Host
devices: [{ name: dsa0, address: "0000:6a:01.0" }]
viommus:
  - name: guest0
    pasidBits: 8
    firstStage: true
    memory: [{ file: "${file}", size: 32MiB, guestAddress: 0x1000000, create: true }]
    devices: [dsa0]
`;

  test.each(['/', '/dev/shm/../../etc/x', '/dev/shm/', 'guest0'])(
    'refuses the memory file %s as a mistake of the spec',
    async (file) => {
      const { exitCode, stderr } = await cli(['plan', '-f', '-', '--backend', 'sim'], { stdin: spec(file) });
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: 65,
        stderr: expect.stringMatching(/error\[SPEC_(?:MEMORY_FILE_PATH|BAD_VALUE)\]/),
      });
    },
  );

  test.each([
    ['/dev/shm', 'HOST_MEMORY_NOT_A_FILE'],
    ['/dev/iommu', 'HOST_MEMORY_NOT_A_FILE'],
    ['/sys/bus/pci/devices/0000:6a:01.0', 'HOST_MEMORY_NOT_A_FILE'],
    ['/dev/shm/none/guest0', 'HOST_MEMORY_NO_FOLDER'],
  ])('refuses the memory file %s before any device is touched', async (file, code) => {
    const { exitCode, stderr } = await cli(['plan', '-f', '-', '--backend', 'sim'], { stdin: spec(file) });
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 4, stderr: expect.stringContaining(`error[${code}]`) });
  });
});
