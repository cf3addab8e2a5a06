/** GUEST_*, REPLAY_*, SCRIPT_* and TRACE_*: a guest's memory and tables, and the scripts that replay them. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const GUEST_CODES = {
  GUEST_SOURCE: {
    severity: 'error',
    summary: 'The options do not name one guest.',
    advice: 'Give --script FILE, or --ram FILE, or --qmp SOCKET; --ram and --qmp together read memory from the file.',
    explanation:
      'A guest’s tables lie in its memory, and its RTADDR register holds the address of the root table. A replay script and QEMU’s ' +
      'monitor give memory and registers. A RAM file gives memory only: --root-table or --qmp gives the address of the root table, ' +
      'otherwise the file is searched for one. Exit code 64.',
  },
  GUEST_UNREADABLE: {
    severity: 'error',
    summary: 'The guest’s memory or registers cannot be read.',
    advice: 'Check the path and its permissions, and that the guest runs and has an intel-iommu device.',
    explanation:
      'A RAM file must be a regular file, such as that of memory-backend-file with share=on. A socket must be QEMU’s machine ' +
      'protocol (`-qmp unix:PATH,server=on,wait=off`), and no other client may be connected to it. Exit code 66.',
  },
  GUEST_TABLE_HOLE: {
    severity: 'warning',
    summary: 'The address of a guest table is outside the guest’s memory.',
    advice: 'Check the driver in the guest, which wrote the address into its tables.',
    explanation:
      'Hardware reports a fault for every request that needs the table. No PASID of the table is bound, and PASIDs that were bound ' +
      'by it are detached.',
  },
  GUEST_TABLE_UNREADABLE: {
    severity: 'error',
    summary: 'A guest table could not be read, although the guest has memory at its address.',
    advice: 'Check that the RAM file is complete and that QEMU answers, and run the command again.',
    explanation:
      'The file is shorter than the guest’s memory, or QEMU’s monitor did not answer. The contents of the table are unknown, so it ' +
      'is not treated as empty. Exit code 1.',
  },
  GUEST_RESERVED_BITS: {
    severity: 'warning',
    summary: 'A guest table entry has reserved bits set.',
    advice: 'Check the driver in the guest; `--raw` shows all fields of the entry.',
    explanation:
      'Reserved bits must be 0. Hardware reports a fault for requests through such an entry. Either the guest uses a newer VT-d ' +
      'revision, or the memory does not hold a table.',
  },
  GUEST_WALK_LIMIT: {
    severity: 'warning',
    summary: 'The guest has more table entries than are shown.',
    advice: 'Use `-o dmar`, which writes entries as it finds them and shows twenty times as many.',
    explanation:
      'Tables of a hostile guest can point at each other, so that a walk over them has no end. Every walk is therefore limited: to ' +
      '65,536 entries as text, JSON or YAML, and to about a million with `-o dmar`.',
  },
  GUEST_FUNCTION_LATE: {
    severity: 'warning',
    summary: 'A function appeared in the guest’s tables after the assigned devices were determined.',
    advice: 'Name the devices: give -f a script with a `config` line beside --qemu-trace.',
    explanation:
      'Without a `config` line, the assigned devices are the functions in the tables at the moment when the guest switches translation ' +
      'on. A function that is plugged in later is not among them, and no PASID is bound for it.',
  },
  REPLAY_SOURCE: {
    severity: 'error',
    summary: 'The options do not name one guest to replay.',
    advice: 'Give -f SCRIPT, or --qemu-trace LOG with --ram FILE.',
    explanation:
      'A script holds everything that a replay needs. QEMU’s log holds what the guest wrote to registers and queue; the RAM file holds ' +
      'its tables: those of a running guest with --follow, otherwise an image of when the log ended. Exit code 64.',
  },
  SCRIPT_INVALID: {
    severity: 'error',
    summary: 'A line of a replay script is wrong.',
    advice:
      'Correct the line: each is one JSON object whose field op names the operation, as in examples/guest-processes.jsonl.',
    explanation:
      'Operations are config, registers, write, register, descriptor, stage, reset, resync, unplug, advance, fail, fault and ' +
      'response. Unknown operations and fields are errors; if they were ignored, the replay would differ from the script. Exit code 65.',
  },
  TRACE_INVALID: {
    severity: 'error',
    summary: 'QEMU’s log cannot be replayed.',
    advice: 'Start QEMU with `-trace vtd_reg_write -trace vtd_inv_desc -D LOG`, and give that log.',
    explanation:
      'These two trace events, in the format of QEMU’s log backend, hold what the guest wrote to registers and queue. Other lines of ' +
      'the log are ignored. A line that is not text, or is longer than 1 MiB, ends the replay. Exit code 65.',
  },
  TRACE_LOG_LOST: {
    severity: 'error',
    summary: 'QEMU’s log was shortened, replaced or removed while it was read.',
    advice:
      'Keep the log as it is while it is replayed, and start the replay together with QEMU, on the log that QEMU writes.',
    explanation:
      'A log that is shortened has been emptied, or QEMU has been started again with the same -D. A log that was replaced or removed ' +
      'is read on while a visible process writes it; otherwise QEMU may write to another file. What the guest did since then is ' +
      'unknown, so the replay ends with the bindings of then. Exit code 65.',
  },
  TRACE_MEMORY_LOST: {
    severity: 'error',
    summary: 'The file of the guest’s memory was shortened, replaced or removed while it was read.',
    advice: 'Leave the RAM file alone while QEMU runs, and start the replay anew on the file that QEMU has open.',
    explanation:
      'Tables beyond the end of a shortened file cannot be read. A file that was replaced or removed is read on while a visible process ' +
      'has it open for writing, as QEMU has; otherwise it is nobody’s memory any more. The bindings that are shown are those that were ' +
      'known before. Exit code 65.',
  },
  SCRIPT_NO_STAGE: {
    severity: 'error',
    summary: 'The replay script has no stage of this number.',
    advice: 'Give one of the stages that the message lists, or omit --stage to see the end of the script.',
    explanation:
      'A stage is the operation `{"op": "stage", "n": N}`; --stage takes the number N of such an operation. Exit code 64.',
  },
} as const satisfies Record<string, CatalogueEntry>;
