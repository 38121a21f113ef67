import { openField, sealField } from '@zhitongche/formats';
import type { App, SealContext } from '@zhitongche/core/server';

/** What of an account is sealed. */
export type SealedPart = 'mail' | 'phone' | 'document' | 'totp_secret';

/** Where a part of an account is sealed. */
export const visitorPlace = (office: string, id: string, part: SealedPart): SealContext => [
  `visitor.${part}`,
  office,
  id,
];

/** Where document and telephone of somebody at the counter are sealed. */
export const partyPlace = (office: string, id: string, part: 'document' | 'phone'): SealContext => [
  `visitor_party.${part}`,
  office,
  id,
];

/** Where the address a code went to is sealed. */
export const codePlace = (office: string, id: string): SealContext => ['visitor_code', office, id];

/** Seals a text at its place. */
export const sealed = (app: Pick<App, 'keys'>, text: string, place: SealContext): string =>
  sealField(text, app.keys.field, place);

/** A sealed text in clear; undefined when it does not open there. */
export function unsealed(
  app: Pick<App, 'keys'>,
  text: string | null,
  place: SealContext,
): string | undefined {
  if (text === null) return undefined;
  const opened = openField(text, (id) => app.keys.fieldKeyOf(id), place);
  return opened.ok ? Buffer.from(opened.value).toString() : undefined;
}
