/** Colours for a view: on or off as a whole, decided by the command. */

import picocolors from 'picocolors';

export type Colors = ReturnType<typeof picocolors.createColors>;

export const { createColors } = picocolors;

/** For files, pipes and tests. */
export const NO_COLORS: Colors = createColors(false);
