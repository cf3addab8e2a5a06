/**
 * One task at a time on a terminal, drawn by listr2. listr2 pulls work out of its tasks, while our work pushes events; so
 * each task only waits until the event that ends it has come.
 */

import type { Writable } from 'node:stream';
import {
  DefaultRenderer,
  Listr,
  ListrDefaultRendererLogLevels,
  ListrLogger,
  type ListrTask,
  ProcessOutput,
} from 'listr2';
import type { Colors } from './colors.ts';

export interface Screen {
  /** Continue the task of this title. A task of another title ends as successful. */
  readonly enter: (title: string) => void;
  /** Show text beside the title of the task; without a task nothing is shown. */
  readonly tell: (text: string) => void;
  /** How much the task has done, shown behind its title. */
  readonly tally: (text: string) => void;
  readonly fail: (failure: string) => void;
  /** End the task, and write to the stream after everything is drawn. */
  readonly print: (stream: Writable, text: string) => void;
  /** End the task, and wait until everything is drawn. */
  readonly close: () => Promise<void>;
}

/** listr2 asks whether process.stdout is a terminal, but the progress goes to stderr, and the command knows. */
class TerminalRenderer extends DefaultRenderer {
  static override readonly nonTTY = true;
}

/** A line on the screen, from its first step to the event that ends it. */
interface Phase {
  readonly title: string;
  readonly task: ListrTask;
  readonly tell: (text: string) => void;
  readonly tally: (text: string) => void;
  /** `null` when it went well. */
  readonly end: (failure: string | null) => void;
}

export function createScreen(terminal: Writable, colors: Colors): Screen {
  let phase: Phase | null = null;
  let drawn: Promise<void> = Promise.resolve();
  const end = (failure: string | null): void => {
    phase?.end(failure);
    phase = null;
  };
  return {
    enter: (title) => {
      if (phase?.title === title) return;
      end(null);
      const next = createPhase(title);
      drawn = drawn.then(() => draw(next.task, terminal, colors));
      phase = next;
    },
    tell: (text) => {
      phase?.tell(text);
    },
    tally: (text) => {
      phase?.tally(text);
    },
    fail: end,
    print: (stream, text) => {
      end(null);
      drawn = drawn.then(() => void stream.write(text));
    },
    close: () => {
      end(null);
      return drawn;
    },
  };
}

function createPhase(title: string): Phase {
  let show = (_text: string): void => undefined;
  let tally = '';
  let retitle = (): void => undefined;
  let end: Phase['end'] = () => undefined;
  const ended = new Promise<string | null>((resolve) => {
    end = resolve;
  });
  const task: ListrTask = {
    title,
    task: async (_context, wrapper) => {
      show = (text) => {
        wrapper.output = text;
      };
      retitle = () => {
        wrapper.title = tally === '' ? title : `${title} (${tally})`;
      };
      retitle();
      const failure = await ended;
      if (failure !== null) throw new Error(failure);
    },
  };
  return {
    title,
    task,
    tell: (text) => show(text),
    tally: (text) => {
      tally = text;
      retitle();
    },
    end: (failure) => end(failure),
  };
}

/** listr2 looks at the environment alone for colours. */
const PLAIN = Object.fromEntries(
  Object.values(ListrDefaultRendererLogLevels).map((level) => [level, (text?: string): string => text ?? '']),
);

/** Only one list may draw at a time: listr2 takes over the stream's `write` from the list's making to its end. */
async function draw(task: ListrTask, stream: Writable, colors: Colors): Promise<void> {
  const list = new Listr([task], {
    renderer: TerminalRenderer,
    rendererOptions: {
      logger: terminalLogger(stream),
      formatOutput: 'truncate',
      ...(colors.isColorSupported ? {} : { color: PLAIN }),
    },
    registerSignalListeners: false,
    exitOnError: false,
  });
  await list.run();
}

function terminalLogger(stream: Writable): ListrLogger {
  // The output of listr2 wants a WriteStream of Node, and uses of it what every Writable has, and `columns`.
  const terminal = stream as NodeJS.WriteStream;
  return new ListrLogger({
    useIcons: true,
    processOutput: new ProcessOutput(terminal, terminal, { leaveEmptyLine: false }),
  });
}
