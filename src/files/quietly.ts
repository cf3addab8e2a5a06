/** For what is not the work itself, such as cleaning up or a note for people: null when the system refuses it. */
export function quietly<T>(touch: () => T): T | null {
  try {
    return touch();
  } catch {
    return null;
  }
}
