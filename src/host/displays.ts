/** Displays that a graphics function drives: …/drm/card0/card0-HDMI-A-1/enabled is `enabled`. They go dark with its driver. */

import type { Bdf } from '../model/bdf.ts';
import type { DisplayUse } from '../model/use.ts';
import { addressesIn } from './bridge.ts';
import type { SysTree } from './sys-tree.ts';

const DRM = '/sys/class/drm';

/** Rows of function and display. */
export function readDisplays(tree: SysTree): readonly (readonly [Bdf, DisplayUse])[] {
  return (tree.list(DRM) ?? []).flatMap((name) => {
    const [, card, connector] = /^(card\d+)-(.+)$/s.exec(name) ?? [];
    if (card === undefined || connector === undefined) return [];
    if ((tree.readText(`${DRM}/${name}/enabled`) ?? '').trim() !== 'enabled') return [];
    const address = addressesIn(tree.linkTarget(`${DRM}/${name}`) ?? '').at(-1);
    return address === undefined ? [] : [[address, { kind: 'display', connector, card }]];
  });
}
