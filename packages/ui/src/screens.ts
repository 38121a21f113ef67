/** The widths at which a page is laid out anew, by name; styles ask for them as `@media (--phone)`, and name no other number. */
export const SCREENS = {
  /** Held in a hand: tables become cards and dialogs become sheets. */
  phone: '(max-width: 640px)',
  'above-phone': '(min-width: 641px)',
  /** One column. */
  tablet: '(max-width: 900px)',
  'above-tablet': '(min-width: 901px)',
  /** Two columns at most. */
  laptop: '(max-width: 1100px)',
  /** Three columns. */
  wide: '(min-width: 1360px)',
} as const;
