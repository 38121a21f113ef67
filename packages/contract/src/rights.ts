/**
 * Header of every reply to somebody signed in: which rights it was given by, as 16 hexadecimal digits. Another value than
 * before says that rights were given or taken: what a device keeps may be more than its person may still see.
 */
export const RIGHTS = 'x-rights';
