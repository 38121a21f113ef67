/** Rows a list of cases counts at most; where there are more, `total` is one above this and is said as “1000+”. */
export const TOTAL_MOST = 1000;
