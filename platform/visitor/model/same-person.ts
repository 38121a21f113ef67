/** Kinds of document an officer looks at. */
export type DocumentKind = 'citizen-id' | 'passport' | 'permit';

/** Whom a document names; the kind is unknown of what was noted at the counter. */
export interface Named {
  readonly kind?: DocumentKind;
  readonly name: string;
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s·•.,，'’-]/g, '')
    .toUpperCase();

/**
 * Whether two documents of one number are one person's. Only a citizen's number is nobody else's: passports of two countries,
 * and a passport and a permit, may have the same, and then the name decides.
 */
export function samePerson(one: Named, other: Named): boolean {
  if (one.kind && other.kind && one.kind !== other.kind) return false;
  if (one.kind === 'citizen-id' || other.kind === 'citizen-id') return true;
  return plain(one.name) === plain(other.name);
}
