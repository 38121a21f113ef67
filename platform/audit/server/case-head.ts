import { type CodingKeys, type Keys, macOf, sameMac, toldWith } from '@zhitongche/core/server';

/** Where the chain of a case stands after an act, as its audit row says it; the code is the program's own. */
export interface CaseHead {
  readonly revision: number;
  readonly head: string;
  readonly headMac: string;
}

/** What the audit row of an act says of the case's chain: who can write rows cannot make one up. */
export const caseHead = (
  keys: CodingKeys,
  office: string,
  caseId: string,
  revision: number,
  head: string,
): CaseHead => ({ revision, head, headMac: macOf(keys, 'case-head', [office, caseId, revision, head]) });

/** The head an audit row names; null = the row does not name one the program wrote. */
export function readCaseHead(
  keys: Keys,
  office: string,
  caseId: string,
  { xid, detail }: { readonly xid: string; readonly detail: unknown },
): CaseHead | null {
  if (typeof detail !== 'object' || detail === null) return null;
  const { revision, head, headMac }: Readonly<Record<string, unknown>> = { ...detail };
  if (typeof revision !== 'number' || typeof head !== 'string' || typeof headMac !== 'string') return null;
  const expected = caseHead(toldWith(keys, headMac, { xid }), office, caseId, revision, head);
  return sameMac(expected.headMac, headMac) ? expected : null;
}
