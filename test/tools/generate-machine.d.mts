/** All generated files, by path below the repository's root. */
export declare function generateMachine(): Promise<Record<string, string>>;
