import { openField } from '@zhitongche/papers/sm/field.ts';
import type { App } from '../app.ts';

/** Where a person's telephone number is sealed. */
export const phonePlace = (office: string, person: string) => ['person.phone', office, person];

/** A sealed telephone number in clear; undefined when it does not open. */
export function openPhone(app: App, office: string, person: string, sealed: string): string | undefined {
  const opened = openField(sealed, (id) => app.keys.fieldKeyOf(id), phonePlace(office, person));
  return opened.ok ? Buffer.from(opened.value).toString() : undefined;
}
