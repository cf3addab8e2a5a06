/** Whose kernel objects: the real ones, those of the kernel's own mock devices, or simulated ones. */
export type BackendName = 'kernel' | 'selftest' | 'sim';
