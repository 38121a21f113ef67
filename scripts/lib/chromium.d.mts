/** Where the Chromium of this machine lies; throws when there is none. */
export declare function chromiumPath(): string;
