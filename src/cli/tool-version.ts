/** Versions of the tool and of what it writes. Raise a format's minor for every addition to it. */

import manifest from '../../package.json' with { type: 'json' };

export const VERSION: string = manifest.version;
