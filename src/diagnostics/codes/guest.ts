/** GUEST_*, REPLAY_*, SCRIPT_* and TRACE_*: a guest's memory and tables, and the scripts that replay them. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const GUEST_CODES = {
  GUEST_SOURCE: {
    severity: 'error',
    summary: 'It is not clear which guest to look at.',
    advice: 'Give --script FILE, or --ram FILE, or --qmp SOCKET; --ram and --qmp together read memory from the file.',
    explanation:
      'A guest’s tables lie in its memory, and its registers say where. A RAM file has no registers, so it ' +
      'is searched for a root table unless --root-table or the monitor’s socket tells where it is; a replay script and a ' +
      'monitor have both. Exit code 64.',
  },
  GUEST_UNREADABLE: {
    severity: 'error',
    summary: 'The guest cannot be looked at.',
    advice: 'Check the path and its permissions, and that the guest runs and has an intel-iommu device.',
    explanation:
      'A RAM file must be a regular file, such as that of memory-backend-file with share=on. A socket must be QEMU’s machine ' +
      'protocol (`-qmp unix:PATH,server=on,wait=off`) with nobody else connected. Exit code 66.',
  },
  GUEST_TABLE_HOLE: {
    severity: 'warning',
    summary: 'A table of the guest lies where the guest has no memory.',
    advice: 'Look at the driver in the guest: the address comes from its tables.',
    explanation:
      'Hardware would report a fault for every request that needs the table. Nothing of it can be bound, and what was bound ' +
      'by it is taken away.',
  },
  GUEST_TABLE_UNREADABLE: {
    severity: 'error',
    summary: 'A table of the guest could not be read, though the guest has memory there.',
    advice: 'Check that the RAM file is whole and that QEMU still answers, and try again.',
    explanation:
      'The file is shorter than the guest’s memory, or the monitor did not answer. What the table says is not known; in ' +
      'particular it is not known to be empty. Exit code 1.',
  },
  GUEST_RESERVED_BITS: {
    severity: 'warning',
    summary: 'An entry of the guest’s tables has bits set that must be 0.',
    advice: 'Look at the driver in the guest; `--raw` shows all fields of the entry.',
    explanation:
      'Hardware refuses requests through such an entry. The bits may belong to a newer VT-d, or the memory is no table.',
  },
  GUEST_WALK_LIMIT: {
    severity: 'warning',
    summary: 'The guest has more table entries than are shown.',
    advice: 'Use `-o dmar`, which writes entries as it finds them and shows twenty times as many.',
    explanation:
      'Tables of a hostile guest can all point at each other and have no end, so that every walk has one of its own: ' +
      '65,536 entries as text, JSON or YAML, about a million with `-o dmar`.',
  },
  GUEST_FUNCTION_LATE: {
    severity: 'warning',
    summary: 'A function came into the guest’s tables after its devices were counted.',
    advice: 'Name the devices: give -f a script with a `config` line beside --qemu-trace.',
    explanation:
      'Without a config every function that the tables show when translation is switched on is taken for an assigned device. ' +
      'A function that is plugged in later is not among them, and nothing is bound for it.',
  },
  REPLAY_SOURCE: {
    severity: 'error',
    summary: 'It is not clear what to replay.',
    advice: 'Give -f SCRIPT, or --qemu-trace LOG with --ram FILE.',
    explanation:
      'A script tells everything. QEMU’s log tells what the guest wrote to registers and queue, and the RAM file what its ' +
      'tables hold: of a running guest with --follow, else an image of when the log ended. Exit code 64.',
  },
  SCRIPT_INVALID: {
    severity: 'error',
    summary: 'A line of a replay script is wrong.',
    advice:
      'Mend the line: each is one JSON object whose field op names the operation, as in examples/guest-processes.jsonl.',
    explanation:
      'Operations are config, registers, write, register, descriptor, stage, reset, resync, unplug, advance, fail, fault and ' +
      'response. Unknown operations and fields are refused, since what they should do would not happen. Exit code 65.',
  },
  TRACE_INVALID: {
    severity: 'error',
    summary: 'QEMU’s log is none that can be replayed.',
    advice: 'Start QEMU with `-trace vtd_reg_write -trace vtd_inv_desc -D LOG`, and give that log.',
    explanation:
      'What the guest wrote to registers and queue is told by these two trace events, in QEMU’s log backend. Other lines of the ' +
      'log are passed over; a line that is no text, or longer than a mebibyte, ends the replay. Exit code 65.',
  },
  SCRIPT_NO_STAGE: {
    severity: 'error',
    summary: 'The replay script has no such stage.',
    advice: 'Leave --stage out to see the end of the script.',
    explanation: 'Stages are the operations `{"op": "stage", "n": N}`; --stage takes such a number. Exit code 64.',
  },
} as const satisfies Record<string, CatalogueEntry>;
