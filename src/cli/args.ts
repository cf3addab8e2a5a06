/** The command line: words in, exit code out. In-process and without globals, so that tests run it as a shell would. */

import { Command, CommanderError } from 'commander';
import { escapeControls } from '../text/escape.ts';
import { ADD_COMMANDS, addCompletion, type Invocation } from './args-commands.ts';
import { examplesText } from './args-examples.ts';
import { EXIT, EXIT_CODES } from './exit-codes.ts';
import { reportBug } from './report-bug.ts';
import { type Deps, writeErr, writeOut } from './terminal.ts';
import { VERSION } from './tool-version.ts';

/**
 * Run one command.
 *
 * @param words  what follows the program's name
 * @returns the exit code, always one of {@link EXIT_CODES}
 */
export async function runCli(words: readonly string[], deps: Deps): Promise<number> {
  let exitCode: number = EXIT.done;
  const run: Invocation['run'] = async (work) => {
    exitCode = await work();
  };
  try {
    await createProgram({ deps, run }, words).parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return reportBug(error, deps);
  }
}

/** Where a command is named, that one alone: making all the others takes longer than many a command runs. */
function createProgram(invocation: Invocation, words: readonly string[]): Command {
  const program = createProgramShell(invocation.deps);
  const addNamed = ADD_COMMANDS.get(words[0] ?? '');
  if (addNamed !== undefined) {
    addNamed(program, invocation);
    return program;
  }
  for (const add of ADD_COMMANDS.values()) add(program, invocation);
  addCompletion(program, invocation, () => createDescribedProgram(invocation.deps));
  return program;
}

/** The commands without the two of completion, as completion itself wants them. */
function createDescribedProgram(deps: Deps): Command {
  const program = createProgramShell(deps);
  for (const add of ADD_COMMANDS.values()) add(program, { deps, run: () => Promise.resolve() });
  return program;
}

function createProgramShell(deps: Deps): Command {
  return new Command('pasidctl')
    .description('Declarative provisioning of PASID-capable device passthrough, through iommufd.')
    .version(VERSION, '-V, --version', 'print the version')
    .exitOverride()
    .helpCommand(false)
    .showHelpAfterError('Try --help: it lists what there is, with examples.')
    .showSuggestionAfterError(true)
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => writeOut(deps, text),
      writeErr: (text) => writeErr(deps, text),
      getOutHelpWidth: () => deps.terminal.columns,
      getErrHelpWidth: () => deps.terminal.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(escapeControls(text, { keepLineBreaks: true })),
    })
    .addHelpText('after', `${examplesText('pasidctl')}\n\n${exitCodesText()}`);
}

function exitCodesText(): string {
  return ['EXIT CODES', ...EXIT_CODES.map(({ code, meaning }) => `  ${String(code).padStart(3)}  ${meaning}`)].join(
    '\n',
  );
}
