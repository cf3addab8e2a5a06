/** What the host has for a slot, in 32 bits: state 2:0, errno 10:3, attachment 31:11. */

/** The host has nothing attached. */
export const NOTHING = -1;
/** The host has the nest parent attached; other values ≥ 0 are records of the HWPT table. */
export const PARENT = -2;

/**
 * `absent`: no entry. `attached`: the host has what the entry asks for. `failed`: the host refused or cannot do what the entry
 * asks for. `zombie`: the entry is gone or has changed, and the detach failed. `refused`: the entry asks for what the guest was
 * not offered.
 */
export const STATE = { absent: 0, attached: 1, failed: 2, zombie: 3, refused: 4 } as const;
export type State = (typeof STATE)[keyof typeof STATE];

/** Limit of the record numbers that an attachment can hold. */
export const MOST_RECORDS = 2 ** 21 - 2;

const STATE_BITS = 3;
const STATE_MASK = 2 ** STATE_BITS - 1;
const ERRNO_MASK = 0xff;
const ATTACHMENT = 11;
const LOW_MASK = 2 ** ATTACHMENT - 1;
/** Added to an attachment, so that an empty slot is all zeros. */
const FIRST = 1;

export function stateOf(control: number): State {
  // Only withState writes these bits.
  return (control & STATE_MASK) as State;
}

export function errnoOf(control: number): number {
  return (control >>> STATE_BITS) & ERRNO_MASK;
}

/** {@link NOTHING}, {@link PARENT} or a record. */
export function attachmentOf(control: number): number {
  const code = control >>> ATTACHMENT;
  return code === MOST_RECORDS + FIRST ? PARENT : code - FIRST;
}

/** @param errno  those above 255 are kernel-internal and reach user space by driver bugs alone; all are stored as 255 */
export function withState(control: number, state: State, errno: number): number {
  return (control & ~LOW_MASK) | (Math.min(errno, ERRNO_MASK) << STATE_BITS) | state;
}

export function withAttachment(control: number, attachment: number): number {
  const code = attachment === PARENT ? MOST_RECORDS + FIRST : attachment + FIRST;
  return (control & LOW_MASK) | (code << ATTACHMENT);
}
