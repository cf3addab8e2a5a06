/**
 * What a machine does with one of its PCI functions, and what is only switched on there; it ends when the function is taken from its
 * driver. As a phrase: use-text.ts.
 */

export type Use =
  | { readonly kind: 'mounted'; readonly disk: string; readonly mountPoint: string }
  | { readonly kind: 'swap'; readonly disk: string }
  /** By the device mapper, RAID or the like. */
  | { readonly kind: 'held'; readonly disk: string; readonly holder: string }
  | OpenedFile
  | NetworkUse
  | QueueUse
  | DisplayUse
  /** A phrase of a machine file that is none of these: it is kept and shown. */
  | { readonly kind: 'other'; readonly text: string };

/** A process has a device file open. */
export interface OpenedFile {
  readonly kind: 'opened';
  readonly file: 'disk' | 'character device';
  /** Below /dev: `dri/card0`, `nvme0n1`. */
  readonly name: string;
  readonly command: string;
  readonly pid: number;
}

export interface NetworkUse {
  readonly kind: 'network';
  readonly name: string;
  /** Only `up` is in use: `no link` is switched on, and a port of a bond or a bridge is configured for it. */
  readonly state: 'up' | 'no link' | { readonly portOf: string };
}

/** An enabled work queue of DSA or IAA. */
export interface QueueUse {
  readonly kind: 'queue';
  /** `wq0.0` */
  readonly name: string;
  /** `user`, `kernel` … */
  readonly type: string;
  /** `dedicated`, `shared`; `null` when not known. */
  readonly mode: string | null;
  /** 0: it is switched on, and nobody uses it. */
  readonly clients: number;
}

/** A display that is switched on. */
export interface DisplayUse {
  readonly kind: 'display';
  /** `HDMI-A-1` */
  readonly connector: string;
  /** `card0` */
  readonly card: string;
}
