/** The cache of the program's files that are kept once they have been opened. */
export const KEPT_FILES = 'assets';
