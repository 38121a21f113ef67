/** Places pieces of a stock lie at; an office has the same three rooms whatever it keeps. */
export const PLACES = { store: '库房', window: '窗口', press: '制证间' } as const;
