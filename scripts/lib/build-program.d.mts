/** Bundles a program that tests start as a process of their own when a source has changed; gives the path of the bundle. */
export declare function buildProgram(name: string, source: string): Promise<string>;
