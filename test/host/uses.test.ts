import { describe, expect, it } from 'vitest';
import { formatMachine, parseMachine } from '../../src/host/machine.ts';
import { observe } from '../../src/host/observe.ts';
import { textTree } from '../support/text-tree.ts';
import { withPhrases } from '../support/uses.ts';

const BASE = '/sys/devices/pci0000:80/0000:80:01.0/0000:86:00.0';
const FUNCTION = `/sys/bus/pci/devices/0000:80:01.0 -> /sys/devices/pci0000:80/0000:80:01.0
/sys/bus/pci/devices/0000:86:00.0 -> ${BASE}
${BASE}/vendor = 0x1002`;

/** The function below the bridge, with its uses as phrases, on a machine with these files besides. */
function seen(text: string) {
  const { functions } = observe(textTree(`${FUNCTION}\n${text}`), { files: [] });
  expect(functions.find(({ address }) => address === '0000:80:01.0')).toMatchObject({ uses: [], enabled: [] });
  return functions.map(withPhrases).find(({ address }) => address === '0000:86:00.0');
}

describe('an open device file is a use of the function below which it is', () => {
  it.each([
    ['drm/card0', '226:0', 'dri/card0'],
    ['drm/renderD128', '226:128', 'dri/renderD128'],
    ['infiniband_verbs/uverbs0', '231:192', 'infiniband/uverbs0'],
    ['sound/card1/pcmC1D0p', '116:3', 'snd/pcmC1D0p'],
    ['usb1/1-4/1-4:1.0/input/input5/event5', '13:69', 'input/event5'],
    ['dsa0/wq0.0/dsa!wq0.0', '240:0', 'dsa/wq0.0'],
    ['iax1/wq1.0/iax!wq1.0', '240:1', 'iax/wq1.0'],
    ['accel/accel0', '261:0', 'accel/accel0'],
    ['uio/uio0', '239:0', 'uio0'],
    ['misc/mei0', '10:60', 'mei0'],
    ['nvme/nvme0', '241:0', 'nvme0'],
    ['ptp/ptp2', '248:2', 'ptp2'],
  ])('%s', (folder, number, name) => {
    const files = `${BASE}/${folder}/dev = ${number}
/proc/44/comm = user
/proc/44/fd/9 -> /dev/${name}`;
    const uses = [`/dev/${name} opened by user (pid 44)`];
    // By the text of the link, as in a captured tree.
    expect(seen(files)).toMatchObject({ uses });
    // By its number, under a name of another mount namespace.
    const renamed = files.replace(`/dev/${name}`, '/dev/renamed');
    expect(seen(`${renamed}\n/dev/renamed = char ${number}`)).toMatchObject({ uses });
    // By the index of the machine, which is complete, with the name that the kernel gives.
    const index = `/sys/dev/char/${number} -> ../../..${BASE}/${folder}\n${BASE}/${folder}/uevent = MAJOR=1\\nDEVNAME=${name}\\n`;
    expect(seen(`${files}\n${index}`)).toMatchObject({ uses });
  });

  it('but not a file of the same name and another number', () => {
    const files = `${BASE}/drm/card0/dev = 226:0\n/proc/44/fd/9 -> /dev/dri/card0\n/dev/dri/card0 = char 226:7`;
    expect(seen(files)).toMatchObject({ uses: [] });
  });

  it('nor a block device of the same number', () => {
    const files = `${BASE}/misc/x/dev = 259:0\n/proc/44/fd/9 -> /dev/sdz\n/dev/sdz = block 259:0`;
    expect(seen(files)).toMatchObject({ uses: [] });
  });

  it('once per process, and each process', () => {
    const files = `${BASE}/drm/card0/dev = 226:0
/proc/44/fd/9 -> /dev/dri/card0
/proc/44/fd/10 -> /dev/dri/card0
/proc/45/fd/9 -> /dev/dri/card0 (deleted)`;
    const uses = ['/dev/dri/card0 opened by a process (pid 44)', '/dev/dri/card0 opened by a process (pid 45)'];
    expect(seen(files)).toMatchObject({ uses });
  });

  it('of a function behind a bridge is none of the bridge', () => {
    seen(`${BASE}/drm/card0/dev = 226:0\n/proc/44/fd/9 -> /dev/dri/card0`);
  });

  it('and that of the driver of Nvidia, which has no place in /sys', () => {
    const files = `/proc/driver/nvidia/gpus/0000:86:00.0/information = Model: \\t X\\nDevice Minor: \\t 3
/proc/44/fd/9 -> /dev/nvidia3`;
    expect(seen(files)).toMatchObject({ uses: ['/dev/nvidia3 opened by a process (pid 44)'] });
  });

  it('a disk is told once, by its own phrase', () => {
    const files = `${BASE}/block/sda/dev = 8:0
/sys/class/block/sda -> ${BASE}/block/sda
/proc/44/fd/9 -> /dev/sda`;
    expect(seen(files)).toMatchObject({ uses: ['disk sda opened by a process (pid 44)'] });
    expect(seen(files.replace('/sys/class/block/sda', '/sys/other'))).toMatchObject({
      uses: ['disk sda opened by a process (pid 44)'],
    });
  });

  it('a disk under another name is known by its number', () => {
    const files = `${BASE}/block/sda/dev = 8:0
/sys/class/block/sda -> ${BASE}/block/sda
/proc/44/fd/9 -> /dev/disk0
/dev/disk0 = block 8:0`;
    expect(seen(files)).toMatchObject({ uses: ['disk sda opened by a process (pid 44)'] });
  });

  it('a vfio device is no use, but has a holder', () => {
    const files = `${BASE}/vfio-dev/vfio3/dev = 511:3\n/proc/44/fd/9 -> /dev/vfio/devices/vfio3`;
    expect(seen(files)).toMatchObject({ uses: [], vfioDevice: 'vfio3' });
  });
});

describe('queues of DSA and IAA', () => {
  /** The instance number is not the address: the link tells the function. */
  function queue(attributes: Record<string, string>, more = ''): string {
    const at = `${BASE}/dsa7/wq7.0`;
    const all = { state: 'enabled', type: 'user', mode: 'shared', clients: '0', ...attributes };
    const lines = Object.entries(all).map(([name, value]) => `${at}/${name} = ${value}`);
    return [`/sys/bus/dsa/devices/wq7.0 -> ${at}`, ...lines, more].join('\n');
  }

  it('that are enabled without clients are switched on', () => {
    expect(seen(queue({}))).toMatchObject({ uses: [], enabled: ['queue wq7.0 (user, shared)'] });
  });

  it('that are disabled say nothing', () => {
    expect(seen(queue({ state: 'disabled', clients: '2' }))).toMatchObject({ uses: [], enabled: [] });
  });

  it('with clients are in use, by the kernel too', () => {
    const kernel = queue({ type: 'kernel', mode: 'dedicated', clients: '1' });
    expect(seen(kernel)).toMatchObject({ uses: ['queue wq7.0 (kernel, dedicated) with 1 client'], enabled: [] });
  });

  it('name their users by the open files that idxd lists', () => {
    const file = `/sys/bus/dsa/devices/file0 -> ${BASE}/dsa7/wq7.0/dsa!wq7.0/file0
${BASE}/dsa7/wq7.0/dsa!wq7.0/file0/pid = 4711
/proc/4711/comm = dsa_test`;
    const uses = ['/dev/dsa/wq7.0 opened by dsa_test (pid 4711)'];
    expect(seen(queue({ clients: '1' }, file))).toMatchObject({ uses, enabled: [] });
  });

  it('and by the open files of processes, once', () => {
    const file = `/proc/4711/comm = dsa_test
/proc/4711/fd/3 -> /dev/dsa/wq7.0
/sys/bus/dsa/devices/file0 -> ${BASE}/dsa7/wq7.0/dsa!wq7.0/file0
${BASE}/dsa7/wq7.0/dsa!wq7.0/file0/pid = 4711`;
    const uses = ['/dev/dsa/wq7.0 opened by dsa_test (pid 4711)'];
    expect(seen(queue({ clients: '1' }, file))).toMatchObject({ uses, enabled: [] });
  });

  it('with garbage in their files are read without harm', () => {
    expect(seen(queue({ clients: 'many', type: '', mode: '\u0000' }, '/sys/bus/dsa/devices/file0 = x'))).toBeDefined();
  });
});

describe('what is switched on and not used', () => {
  const eth = `/sys/class/net/eth1 -> ${BASE}/net/eth1`;

  it.each([
    ['a port of a bridge', `${BASE}/net/eth1/master -> /sys/devices/virtual/net/br0`, 'network eth1 (port of br0)'],
    ['an interface without a link', `${BASE}/net/eth1/flags = 0x1003`, 'network eth1 (on, without a link)'],
  ])('%s', (_, files, phrase) => {
    expect(seen(`${eth}\n${BASE}/net/eth1/operstate = down\n${files}`)).toMatchObject({ uses: [], enabled: [phrase] });
  });

  it('but no interface that is off', () => {
    expect(seen(`${eth}\n${BASE}/net/eth1/operstate = down\n${BASE}/net/eth1/flags = 0x1002`)).toMatchObject({
      enabled: [],
    });
  });

  it('a display', () => {
    const connector = `${BASE}/drm/card0/card0-HDMI-A-1`;
    const files = `/sys/class/drm/card0-HDMI-A-1 -> ${connector}\n${connector}/enabled = `;
    expect(seen(`${files}enabled`)).toMatchObject({ enabled: ['display HDMI-A-1 of card0'] });
    expect(seen(`${files}disabled`)).toMatchObject({ enabled: [] });
  });
});

describe('names that a machine chooses', () => {
  const QUEUE = `${BASE}/dsa0/wq0.0`;
  const host = observe(
    textTree(`${FUNCTION}
/sys/class/block/sda -> ${BASE}/block/sda
${BASE}/block/sda/dev = 8:0
/proc/self/mountinfo = 30 1 8:0 / /srv\\040opened\\040by\\040x\\012(pid\\0401) rw - ext4 /dev/sda rw
/proc/44/comm = a (pid 1)\\n
/proc/44/fd/9 -> /dev/sda
/sys/class/net/eth1 -> ${BASE}/net/eth1
${BASE}/net/eth1/master -> /sys/devices/virtual/net/br 0) x
/sys/bus/dsa/devices/wq0.0 -> ${QUEUE}
${QUEUE}/state = enabled
${QUEUE}/type = user, b
${QUEUE}/mode = ) with 7 clients
${QUEUE}/clients = 2`),
    { files: [] },
  );

  it('are no words of a phrase', () => {
    expect(host.functions.at(-1)).toMatchObject({
      uses: [
        { kind: 'mounted', disk: 'sda', mountPoint: '/srv opened by x\n(pid 1)' },
        { kind: 'opened', file: 'disk', name: 'sda', command: 'a (pid 1)', pid: 44 },
        { kind: 'queue', name: 'wq0.0', type: 'user, b', mode: ') with 7 clients', clients: 2 },
      ],
      enabled: [{ kind: 'network', name: 'eth1', state: { portOf: 'br 0) x' } }],
    });
  });

  it('come out of a machine file as they were', () => {
    expect(parseMachine(formatMachine(host), 'machine.yaml').host?.functions).toEqual(host.functions);
  });
});

describe('ways to reset a function', () => {
  it.each<[string, string, readonly string[] | null]>([
    ['are listed in the order of use', `${BASE}/reset_method = flr bus`, ['flr', 'bus']],
    ['may be none', `${BASE}/reset_method =`, []],
    ['are none where only others have the file', '/sys/devices/pci0000:80/0000:80:01.0/reset_method = pm', []],
    ['are none where no function has the file', '', []],
    ['are not known in a file of something else', `${BASE}/reset_method = \u0001\ufffdx 7f`, null],
    ['are not known of a kernel that shows none', '/proc/sys/kernel/osrelease = 5.14.21', null],
    [
      'are none where a kernel of that release shows them of others',
      '/proc/sys/kernel/osrelease = 5.14.0-570.el9\n/sys/devices/pci0000:80/0000:80:01.0/reset_method = pm',
      [],
    ],
  ])('%s', (_, files, resetMethods) => {
    expect(seen(files)).toMatchObject({ resetMethods });
  });
});

describe('a folder of a function that has no end', () => {
  it('is searched to a depth, and links in it are not followed', () => {
    const deep = Array.from({ length: 40 }, (_, depth) => `d${depth}`).join('/');
    const wide = Array.from({ length: 6000 }, (_, index) => `${BASE}/w${index}/x = 1`).join('\n');
    const files = `${BASE}/${deep}/dev = 1:1\n${BASE}/loop -> ${BASE}\n${wide}`;
    expect(seen(files)).toMatchObject({ uses: [] });
  });
});
