/** A command on a real pseudo-terminal, with keys typed where its output asks for them. Python has what Node lacks. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';

const DRIVER = `
import json, os, pty, select, sys, time
words, keys, env = json.load(sys.stdin)
pid, fd = pty.fork()
if pid == 0:
    os.environ.update(env)
    os.execvp(words[0], words)
seen, deadline = b'', time.time() + 60
while time.time() < deadline:
    ready, _, _ = select.select([fd], [], [], 0.1)
    if ready:
        try: piece = os.read(fd, 65536)
        except OSError: piece = b''
        if not piece: break
        seen += piece
    if keys and keys[0][0].encode() in seen:
        os.write(fd, keys.pop(0)[1].encode())
else:
    os.kill(pid, 9)
_, status = os.waitpid(pid, 0)
print(json.dumps({'screen': seen.decode('utf8', 'replace'), 'exitCode': os.waitstatus_to_exitcode(status)}))
`;

export interface PtyRun {
  readonly screen: string;
  /** Negative: the signal that ended it. */
  readonly exitCode: number;
}

/** @param keys  pairs: when this text has been shown, type that */
export async function onPty(
  words: readonly string[],
  keys: readonly (readonly [shown: string, typed: string])[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<PtyRun> {
  const child = spawn('python3', ['-c', DRIVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify([words, keys, env]));
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  await once(child, 'close');
  return JSON.parse(text);
}

export const CTRL_C = '\x03';
export const CTRL_D = '\x04';
