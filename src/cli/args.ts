/** The command line: words in, exit code out. It uses no globals, so that tests can run it in their process. */

import { Command, CommanderError } from 'commander';
import { escapeControls } from '../text/escape.ts';
import { ADD_COMMANDS, addCompletion, type Invocation } from './args-commands.ts';
import { examplesText } from './args-examples.ts';
import { EXIT, EXIT_CODES } from './exit-codes.ts';
import type { OutputFormat } from './options.ts';
import { reportBug } from './report-bug.ts';
import { type Deps, writeErr, writeOut } from './terminal.ts';
import { VERSION } from './tool-version.ts';
import { reportUsage, wantedFormat } from './usage-error.ts';

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
  const format = wantedFormat(words);
  try {
    await createProgram({ deps, run }, words, format).parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportBug(error, deps);
    if (error.exitCode === 0) return EXIT.done;
    if (format !== 'text') await reportUsage(error, { format, command: commandOf(words) }, deps);
    return EXIT.usage;
  }
}

function commandOf(words: readonly string[]): string {
  const [first = ''] = words;
  return ADD_COMMANDS.has(first) ? first : '';
}

/** Only the command that is named is built: building all of them takes longer than many commands run. */
function createProgram(invocation: Invocation, words: readonly string[], format: OutputFormat): Command {
  const program = createProgramShell(invocation.deps, format);
  const addNamed = ADD_COMMANDS.get(words[0] ?? '');
  if (addNamed !== undefined) {
    addNamed(program, invocation);
    return program;
  }
  for (const add of ADD_COMMANDS.values()) add(program, invocation);
  addCompletion(program, invocation, () => createDescribedProgram(invocation.deps));
  return program;
}

/** All commands but `completion` and `complete`, for completion. */
function createDescribedProgram(deps: Deps): Command {
  const program = createProgramShell(deps, 'text');
  for (const add of ADD_COMMANDS.values()) add(program, { deps, run: () => Promise.resolve() });
  return program;
}

/** In JSON and YAML the error is the answer, and commander's own words are left out. */
function createProgramShell(deps: Deps, format: OutputFormat): Command {
  return new Command('pasidctl')
    .description('Declarative provisioning of PASID-capable device passthrough, through iommufd.')
    .version(VERSION, '-V, --version', 'print the version')
    .exitOverride()
    .helpCommand('help [command]', 'show the help of a command')
    .showHelpAfterError('Try --help: it lists what there is, with examples.')
    .showSuggestionAfterError(true)
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => writeOut(deps, text),
      writeErr: (text) => {
        if (format === 'text') writeErr(deps, text);
      },
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
