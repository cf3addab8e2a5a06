import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/codes.ts';
import { entryText } from '../../src/views/catalogue-text.ts';
import { NO_COLORS } from '../../src/views/colors.ts';

test.each(Object.entries(CODES))('%s fits the terminal, is broken between words, and loses none', (code, entry) => {
  const wide = entryText([code, entry], { colors: NO_COLORS, columns: 1000 });
  for (const columns of [20, 60, 80, 100]) {
    const text = entryText([code, entry], { colors: NO_COLORS, columns });
    expect(text.split(/\s+/)).toEqual(wide.split(/\s+/));
    const [, ...lines] = text.split('\n');
    for (const line of lines) expect(stringWidth(line) <= columns || !line.includes(' ')).toBe(true);
  }
});
