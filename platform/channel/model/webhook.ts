/** What other programs may be told of, with what people call it. */
export const WEBHOOK_EVENTS = {
  'case.received': '收到申报',
  'case.returned': '退回或补正',
  'case.closed': '办件结束',
} as const satisfies Readonly<Record<string, string>>;

/** Code of an event. */
export type WebhookEvent = keyof typeof WEBHOOK_EVENTS;

/** Events of an act by what it counted for in the audit: `received`, `returned`, `closed`. */
export const eventsOf = (counts: Readonly<Record<string, number>>): readonly WebhookEvent[] =>
  (['received', 'returned', 'closed'] as const).flatMap((what) =>
    (counts[what] ?? 0) > 0 ? [`case.${what}` as const] : [],
  );
