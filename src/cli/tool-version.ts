/** Versions of the tool and of its formats. Raise the minor of a format for every addition to it. */

import manifest from '../../package.json' with { type: 'json' };

export const VERSION: string = manifest.version;
