/** The commands: name, options, and the module that does the work, which is loaded only when its command runs. */

import { Argument, type Command, InvalidArgumentError } from 'commander';
import { addDoctorOptions, doctorOptions, type RawDoctor } from './args-doctor.ts';
import { type DocumentedCommand, examplesText } from './args-examples.ts';
import { addGuestOptions, guestOptions, type RawGuest } from './args-guest.ts';
import {
  addApproveOption,
  addEmptyOption,
  addFileOption,
  addFullOption,
  addLockOption,
  addMachineOptions,
  addOptionalFileOption,
  addOutputOptions,
  addStateOptions,
  commonOptions,
  outputOptions,
  type RawMachine,
  type RawOutput,
  type RawState,
  stateOptions,
} from './args-options.ts';
import { addReplayOptions, type RawReplay, replayOptions } from './args-replay.ts';
import { once, pathTo } from './option-values.ts';
import { OBSERVE, SCHEMA_NAMES, type SchemaName, type Shell } from './options.ts';
import type { Deps } from './terminal.ts';

/** One run of the program: streams and environment, and where the exit code goes. */
export interface Invocation {
  readonly deps: Deps;
  readonly run: (work: () => Promise<number>) => Promise<void>;
}

type AddCommand = (program: Command, invocation: Invocation) => void;

/** By name, in the order of the help. */
export const ADD_COMMANDS: ReadonlyMap<string, AddCommand> = new Map([
  ['validate', addValidate],
  ['plan', addPlan],
  ['apply', addApply],
  ['destroy', addDestroy],
  ['status', addStatus],
  ['inventory', addInventory],
  ['doctor', addDoctor],
  [OBSERVE, addObserve],
  ['state', addState],
  ['replay', addReplay],
  ['guest', addGuest],
  ['explain', addExplain],
  ['schema', addSchema],
  ['version', addVersion],
]);

function addValidate(program: Command, { deps, run }: Invocation): void {
  addOutputOptions(
    addFileOption(define(program, 'validate', 'check a spec: every problem at once, with its place')),
  ).action((raw: RawOutput & { readonly file: readonly string[] }) =>
    run(async () => {
      const { runValidate } = await import('./commands/validate.ts');
      return runValidate({ ...outputOptions(raw), files: raw.file }, deps);
    }),
  );
}

const planPath = pathTo('a file that is new or a saved plan, or - for standard output');

function outPath(text: string): string {
  if (text.endsWith('/')) throw new InvalidArgumentError('It names a folder. Give the path of a file.');
  return planPath(text);
}

function addPlan(program: Command, { deps, run }: Invocation): void {
  addEmptyOption(
    addFullOption(
      addMachineOptions(
        addOutputOptions(addFileOption(define(program, 'plan', 'show what apply would do, and do nothing'))),
      ),
    ),
  )
    .option('--detailed-exitcode', 'exit 2 when there is something to do', false)
    .option(
      '--out <file>',
      'save the plan, for `pasidctl apply FILE` to carry out exactly that; - is standard output',
      once(outPath),
    )
    .action((raw: RawPlan) =>
      run(async () => {
        const { runPlan } = await import('./commands/plan.ts');
        const { detailedExitcode, allowEmpty, full, out = null } = raw;
        return runPlan({ ...commonOptions(raw, deps), detailedExitcode, allowEmpty, full, out }, deps);
      }),
    );
}

type RawPlan = RawMachine & {
  readonly detailedExitcode: boolean;
  readonly allowEmpty: boolean;
  readonly full: boolean;
  readonly out?: string;
};

type RawRepair = RawOutput & RawState & Pick<RawChange, 'autoApprove' | 'lockTimeout'>;

type RawChange = RawMachine & {
  readonly autoApprove: boolean;
  readonly full: boolean;
  readonly lockTimeout: number;
};

/** The options of commands that show a plan and ask. */
function addFullApprove(command: Command): Command {
  return addFullOption(addApproveOption(command));
}

function addApply(program: Command, { deps, run }: Invocation): void {
  addEmptyOption(
    addLockOption(
      addFullApprove(
        addMachineOptions(
          addOutputOptions(
            addOptionalFileOption(define(program, 'apply', 'make it so, verify it, and roll back what fails')),
          ),
        ),
      ),
    ),
  )
    .option('--hold', 'keep running until a signal, since kernel objects end with the process that made them', false)
    .argument(
      '[plan]',
      'a plan saved by `pasidctl plan --out`, or - for standard input, instead of -f',
      pathTo('a saved plan, or - for standard input'),
    )
    .action((plan: string | undefined, raw: RawChange & { readonly hold: boolean; readonly allowEmpty: boolean }) =>
      run(async () => {
        const { runApply } = await import('./commands/apply.ts');
        const { autoApprove, hold, allowEmpty, full, lockTimeout: lockTimeoutMs } = raw;
        const own = { plan: plan ?? null, autoApprove, hold, allowEmpty, full, lockTimeoutMs };
        return runApply({ ...commonOptions(raw, deps), ...own }, deps);
      }),
    );
}

function addDestroy(program: Command, { deps, run }: Invocation): void {
  addLockOption(
    addFullApprove(
      addMachineOptions(
        addOutputOptions(
          addOptionalFileOption(define(program, 'destroy', 'give back everything that is held, or what -f names')),
        ),
      ),
    ),
  ).action((raw: RawChange) =>
    run(async () => {
      const { runDestroy } = await import('./commands/destroy.ts');
      const { autoApprove, full, lockTimeout: lockTimeoutMs } = raw;
      return runDestroy({ ...commonOptions(raw, deps), autoApprove, full, lockTimeoutMs }, deps);
    }),
  );
}

function addStatus(program: Command, { deps, run }: Invocation): void {
  addFullOption(addMachineOptions(addOutputOptions(define(program, 'status', 'show what is held')))).action(
    (raw: RawMachine & { readonly full: boolean }) =>
      run(async () => {
        const { runStatus } = await import('./commands/status.ts');
        return runStatus({ ...commonOptions(raw, deps), full: raw.full }, deps);
      }),
  );
}

function addInventory(program: Command, { deps, run }: Invocation): void {
  addMachineOptions(addOutputOptions(define(program, 'inventory', 'show the IOMMUs and PCI functions of the machine')))
    .option('--all', 'every PCI function, not only those that matter for PASIDs', false)
    .action((raw: RawMachine & { readonly all: boolean }) =>
      run(async () => {
        const { runInventory } = await import('./commands/inventory.ts');
        return runInventory({ ...commonOptions(raw, deps), all: raw.all }, deps);
      }),
    );
}

function addDoctor(program: Command, { deps, run }: Invocation): void {
  const command = define(
    program,
    'doctor',
    'tell what this machine lacks for a spec, or for any PASIDs at all: the first broken link first, and what mends it',
  );
  addDoctorOptions(addMachineOptions(addOutputOptions(addOptionalFileOption(command)))).action(
    (raw: RawMachine & RawDoctor) =>
      run(async () => {
        const { runDoctor } = await import('./commands/doctor.ts');
        return runDoctor({ ...commonOptions(raw, deps), ...doctorOptions(raw) }, deps);
      }),
  );
}

/** Called by `doctor` alone. */
function addObserve(program: Command, { deps, run }: Invocation): void {
  program
    .command(OBSERVE, { hidden: true })
    .argument('<task>')
    .action((task: string) =>
      run(async () => {
        const { runObserve } = await import('./commands/observe-for-doctor.ts');
        return runObserve(task, deps);
      }),
    );
}

/** What is done to the state folder itself. */
function addState(program: Command, { deps, run }: Invocation): void {
  const state = program
    .command('state')
    .description('repair the state folder')
    .helpCommand(false)
    .addHelpText('after', examplesText('state'));
  const repair = state
    .command('repair')
    .description('set damaged files aside, and say what is lost with them')
    .addHelpText('after', examplesText('state'));
  addLockOption(addApproveOption(addStateOptions(addOutputOptions(repair)))).action((raw: RawRepair) =>
    run(async () => {
      const { runStateRepair } = await import('./commands/state-repair.ts');
      const { autoApprove, lockTimeout: lockTimeoutMs } = raw;
      return runStateRepair({ ...outputOptions(raw), ...stateOptions(raw, deps), autoApprove, lockTimeoutMs }, deps);
    }),
  );
}

function addGuest(program: Command, { deps, run }: Invocation): void {
  addGuestOptions(define(program, 'guest', "show a guest's translation tables")).action((raw: RawGuest) =>
    run(async () => {
      const { runGuest } = await import('./commands/guest.ts');
      return runGuest(guestOptions(raw), deps);
    }),
  );
}

function addReplay(program: Command, { deps, run }: Invocation): void {
  const command = define(
    program,
    'replay',
    'run the actions of a guest through the vIOMMU engine, on a simulated machine',
  );
  addOutputOptions(addReplayOptions(command), ['text', 'json']).action((raw: RawReplay & RawOutput) =>
    run(async () => {
      const { runReplay } = await import('./commands/replay.ts');
      return runReplay({ ...outputOptions(raw), ...replayOptions(raw) }, deps);
    }),
  );
}

function addExplain(program: Command, { deps, run }: Invocation): void {
  addOutputOptions(define(program, 'explain', 'explain a problem by its code'))
    .argument('[code]', 'such as SPEC_YAML_SYNTAX; without it, list every code')
    .action((code: string | undefined, raw: RawOutput) =>
      run(async () => {
        const { runExplain } = await import('./commands/explain.ts');
        return runExplain({ ...outputOptions(raw), code: code ?? null }, deps);
      }),
    );
}

function addSchema(program: Command, { deps, run }: Invocation): void {
  define(program, 'schema', 'print the JSON schema of a format')
    .addArgument(new Argument('[name]', 'which format').choices(SCHEMA_NAMES).default('host'))
    .action((name: SchemaName) =>
      run(async () => {
        const { runSchema } = await import('./commands/schema.ts');
        return runSchema({ name }, deps);
      }),
    );
}

function addVersion(program: Command, { deps, run }: Invocation): void {
  addOutputOptions(define(program, 'version', 'print the versions of this tool and of what it writes')).action(
    (raw: RawOutput) =>
      run(async () => {
        const { runVersion } = await import('./commands/version.ts');
        return runVersion(outputOptions(raw), deps);
      }),
  );
}

/**
 * `completion SHELL` for people, `complete -- WORDS` for the scripts that it prints.
 *
 * @param describe  makes the program whose commands and options are completed
 */
export function addCompletion(program: Command, { deps, run }: Invocation, describe: () => Command): void {
  define(program, 'completion', 'print a completion script')
    .addArgument(new Argument('<shell>', 'for which shell').choices(['bash', 'zsh', 'fish']))
    .action((shell: Shell) =>
      run(async () => {
        const { runCompletion } = await import('./commands/completion.ts');
        return runCompletion({ shell }, deps);
      }),
    );
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action((words: readonly string[]) =>
      run(async () => {
        const { runComplete } = await import('./commands/completion.ts');
        return runComplete(words, describe(), deps);
      }),
    );
}

function define(program: Command, name: DocumentedCommand, description: string): Command {
  return program.command(name).description(description).addHelpText('after', examplesText(name));
}
