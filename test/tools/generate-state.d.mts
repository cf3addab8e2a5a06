/** All generated files, by path below the repository's root. */
export declare function generateState(): Record<string, string>;
