/** Builds the browser files when a source has changed. */
export declare function buildWeb(options?: { readonly force?: boolean }): Promise<void>;
