/** Text in pieces → lines with their numbers. UTF-8 sequences and lines may cross pieces; a line longer than a limit is an error. */

export interface TextLine {
  /** From 1. */
  readonly number: number;
  /** Without its line feed, and without a carriage return before it. */
  readonly text: string;
  /** Why the line cannot be used, `null` when it can; nothing follows a line with a problem. */
  readonly problem: string | null;
  /** The text ends within it: no line feed came. */
  readonly isCut: boolean;
}

/** @param limit  longest line, in UTF-16 units */
export async function* textLines(
  source: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  limit: number,
): AsyncGenerator<TextLine, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 1;
  let open = '';
  const line = (text: string, problem: string | null = null, isCut = false): TextLine => ({
    number,
    text: text.replace(/\r$/, ''),
    problem,
    isCut,
  });
  for await (const piece of source) {
    const text = decode(decoder, piece);
    if (text === null) return yield line('', 'this line or one soon after it is not UTF-8');
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const rest of lines) {
      if (open.length + rest.length > limit) return yield line('', `the line is longer than ${limit} characters`);
      yield line(open + rest);
      open = '';
      number += 1;
    }
    open += last;
    if (open.length > limit) return yield line('', `the line is longer than ${limit} characters`);
  }
  if (decode(decoder, null) === null) return yield line('', 'the text ends within a UTF-8 character');
  if (open !== '') yield line(open, null, true);
}

/** `null` ends the text. */
function decode(decoder: InstanceType<typeof TextDecoder>, piece: string | Uint8Array | null): string | null {
  if (typeof piece === 'string') return piece;
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    return null;
  }
}
