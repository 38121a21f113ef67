/** A change of keys that must not begin or end now; the sentence says why and what to do. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
