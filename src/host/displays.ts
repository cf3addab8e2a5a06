/** Displays that a graphics function drives: …/drm/card0/card0-HDMI-A-1/enabled is `enabled`. They go dark with its driver. */

import type { Bdf } from '../model/bdf.ts';
import { addressesIn } from './bridge.ts';
import type { SysTree } from './sys-tree.ts';

const DRM = '/sys/class/drm';

/** Rows of function and phrase, such as `display HDMI-A-1 of card0`. */
export function readDisplays(tree: SysTree): readonly (readonly [Bdf, string])[] {
  return (tree.list(DRM) ?? []).flatMap((name) => {
    const [, card, connector] = /^(card\d+)-(.+)$/.exec(name) ?? [];
    if (card === undefined || (tree.readText(`${DRM}/${name}/enabled`) ?? '').trim() !== 'enabled') return [];
    const address = addressesIn(tree.linkTarget(`${DRM}/${name}`) ?? '').at(-1);
    return address === undefined ? [] : [[address, `display ${connector} of ${card}`] as const];
  });
}
