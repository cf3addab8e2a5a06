/** 64-bit words as the kernel's dumps show them: `0x` and 16 digits. */
export function hex64(word: bigint): string {
  return `0x${word.toString(16).padStart(16, '0')}`;
}
