/** Examples for `--help`, by command: a command line and its purpose. */

type Example = readonly [command: string, purpose: string];

const EXAMPLES = {
  pasidctl: [
    ['pasidctl validate -f host.yaml', 'check a spec, all problems at once'],
    ['sudo pasidctl doctor', 'can this machine do PASIDs at all? What is missing, and what mends it'],
    ['pasidctl plan -f host.yaml', 'show what apply would do to this machine'],
    ['pasidctl plan -f host.yaml --backend sim', 'the same on a simulated machine, without root or hardware'],
    ['pasidctl apply -f host.yaml --hold', 'carry out the plan, and hold everything until a signal'],
  ],
  validate: [
    ['pasidctl validate -f host.yaml', 'one file'],
    ['pasidctl validate -f /etc/pasidctl/conf.d -o json', 'a folder, for a program to read'],
    ['generate-spec | pasidctl validate -f -', 'standard input'],
  ],
  plan: [
    ['pasidctl plan -f host.yaml', 'what apply would do'],
    ['pasidctl plan -f host.yaml --out today.plan', 'save the plan, to carry out exactly its steps later'],
    ['pasidctl plan -f host.yaml --detailed-exitcode', 'exit 2 when there is something to do, for scripts'],
    ['pasidctl plan -f host.yaml --machine lab.yaml', 'plan for another machine'],
  ],
  apply: [
    [
      'sudo pasidctl apply -f host.yaml --hold',
      'ask for approval, carry out the plan, and hold everything until Ctrl-C',
    ],
    ['sudo pasidctl apply today.plan --hold', 'a saved plan; refused when the machine has changed since'],
    ['pasidctl apply -f host.yaml --backend sim --auto-approve', 'on the simulator, without asking'],
    ['sudo pasidctl apply -f host.yaml --hold --auto-approve -o json', 'as a service: one event a line'],
  ],
  destroy: [
    ['sudo pasidctl destroy', 'ask, then give back everything that is held'],
    ['sudo pasidctl destroy -f guest0.yaml', 'give back what this spec names, and nothing else'],
    ['pasidctl destroy --backend sim --auto-approve', 'on the simulator, without asking'],
  ],
  status: [
    ['pasidctl status', 'what is held, and what the machine says about it'],
    ['pasidctl status -o json', 'the same for a program'],
  ],
  state: [
    ['sudo pasidctl state repair', 'say what a damaged file listed, ask, and set it aside'],
    ['pasidctl state repair --backend sim -y -o json', 'on the simulator, without asking, for a program'],
  ],
  inventory: [
    ['pasidctl inventory', 'IOMMUs, and the PCI functions that matter for PASIDs'],
    ['pasidctl inventory --all', 'every PCI function'],
    ['pasidctl inventory -o yaml > machine.yaml', 'a machine file, for --machine'],
  ],
  doctor: [
    ['sudo pasidctl doctor', 'every device that could do PASIDs, from the firmware to the driver'],
    ['sudo pasidctl doctor -f host.yaml', 'what this spec needs, and which part of it is blocked'],
    [
      'pasidctl doctor -f host.yaml --assume cmdline+=intel_iommu=on,sm_on --assume kernel=7.3',
      'what would still be missing after a reboot with these',
    ],
    ['pasidctl doctor -f host.yaml --machine lab.yaml -o json --fail-on warning', 'another machine, for a program'],
    ['pasidctl doctor -f host.yaml --ignore kernel-release="ported back by our vendor"', 'accept one finding'],
  ],
  guest: [
    ['pasidctl guest --qmp /run/vm.qmp', 'tables of a running guest, through QEMU'],
    ['pasidctl guest --ram /dev/shm/vm --qmp /run/vm.qmp', 'the same, with memory read from its file'],
    ['pasidctl guest --ram vm.ram', 'tables in an image of memory, which is searched for the root table'],
    [
      'pasidctl guest --script trace.jsonl --stage 2 -o dmar',
      'a stage of a replay script, as the kernel would print it',
    ],
  ],
  replay: [
    ['pasidctl replay -f guest.jsonl', 'the actions of a guest, and the host calls for them'],
    ['pasidctl replay -f guest.jsonl -o json', 'the same, one JSON object a line'],
    ['make-script | pasidctl replay -f -', 'standard input'],
    ['pasidctl replay --qemu-trace vm.log --ram vm.ram', 'from QEMU’s log and an image of memory'],
    ['pasidctl replay --qemu-trace vm.log --ram /dev/shm/vm --qmp /run/vm.qmp --follow', 'while the guest runs'],
  ],
  explain: [
    ['pasidctl explain', 'list every code'],
    ['pasidctl explain HOST_NO_IOMMUFD', 'the reason of one code, and what to do'],
  ],
  schema: [['pasidctl schema host > host.v1.schema.json', 'for editors: completion and checks while typing']],
  completion: [
    ['source <(pasidctl completion bash)', 'for this shell'],
    ['pasidctl completion zsh > ~/.zfunc/_pasidctl', 'for every zsh from now on'],
    ['pasidctl completion fish > ~/.config/fish/completions/pasidctl.fish', 'for every fish from now on'],
  ],
  version: [
    ['pasidctl version', 'this tool, Node, and the formats it writes'],
    ['pasidctl version -o json', 'the same for a program'],
  ],
} as const satisfies Record<string, readonly Example[]>;

export type DocumentedCommand = keyof typeof EXAMPLES;

/** The EXAMPLES section of a command's help. */
export function examplesText(command: DocumentedCommand): string {
  const examples: readonly Example[] = EXAMPLES[command];
  return ['', 'EXAMPLES', ...examples.flatMap(([line, purpose]) => [`  # ${purpose}`, `  ${line}`])].join('\n');
}
