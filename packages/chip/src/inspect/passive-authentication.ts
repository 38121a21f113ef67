import { createHash } from 'node:crypto';
import { soundMrz } from '@zhitongche/formats';
import { same } from '../bytes.ts';
import { readDg1 } from '../file/dg1.ts';
import { valueAt } from '../tlv/tlv.ts';
import { checkIssuer } from './check-issuer.ts';
import { readSecurityObject, type SecurityObject } from './security-object.ts';
import { readSigned, type SignedMessage } from './read-signed.ts';
import type { ChipFiles, Finding, InspectionContext, Step, StepName } from './steps.ts';

const SECURITY_OBJECT = '2.23.136.1.1.1';

/** A step that fails with these findings, or holds without any. */
const step = (name: StepName, ...findings: readonly Step['findings'][number][]): Step => ({
  name,
  verdict: findings.length ? 'fails' : 'holds',
  findings,
});

/** Passive authentication, each step on its own: what fails in one says nothing of the others. */
export function passiveAuthentication(files: ChipFiles, context: InspectionContext): readonly Step[] {
  const inner = valueAt(files.sod, 0x77);
  const message = inner && readSigned(inner);
  const told = message?.type === SECURITY_OBJECT ? readSecurityObject(message.content) : undefined;
  const lines = readDg1(files.groups.get(1) ?? new Uint8Array());
  return [
    signatureStep(message),
    contentStep(message, told),
    checkIssuer(message?.signer, context, (context.printed ?? lines)?.[0]?.slice(2, 5)),
    groupsStep(files.groups, told),
    zoneStep(lines, context.printed),
  ];
}

function signatureStep(message: SignedMessage | undefined): Step {
  if (!message) return step('signature', { code: 'unreadable' });
  if (!message.signer) return step('signature', { code: 'no-certificate' });
  if (message.signature === undefined) return step('signature', { code: 'unknown-algorithm' });
  return message.signature ? step('signature') : step('signature', { code: 'signature-wrong' });
}

function contentStep(message: SignedMessage | undefined, told: SecurityObject | undefined): Step {
  if (!message || !told) return step('content', { code: 'unreadable' });
  if (message.digest === undefined) return step('content', { code: 'unknown-algorithm' });
  return message.digest ? step('content') : step('content', { code: 'content-changed' });
}

function groupsStep(groups: ChipFiles['groups'], told: SecurityObject | undefined): Step {
  if (!told) return step('groups', { code: 'unreadable' });
  const { hash, digests } = told;
  if (!hash) return step('groups', { code: 'unknown-algorithm' });
  const read = [...groups.keys()].toSorted((a, b) => a - b);
  const holds = (group: number) => {
    const stated = digests.get(group);
    const digest = createHash(hash)
      .update(groups.get(group) ?? new Uint8Array())
      .digest();
    return stated !== undefined && same(new Uint8Array(digest), stated);
  };
  const unsigned = read.filter((group) => !digests.has(group));
  const changed = read.filter((group) => digests.has(group) && !holds(group));
  // Fingerprints and irises open only to states that were given the right; a face and a zone every chip has.
  const missing = [1, 2].filter((group) => !groups.has(group));
  return step(
    'groups',
    ...named('group-unsigned', unsigned),
    ...named('group-changed', changed),
    ...named('group-missing', missing),
  );
}

const named = (code: Finding, groups: readonly number[]): Step['findings'] =>
  groups.length ? [{ code, groups }] : [];

function zoneStep(lines: readonly string[] | undefined, printed: readonly string[] | undefined): Step {
  if (!lines) return step('zone', { code: 'unreadable' });
  if (!soundMrz(lines)) return step('zone', { code: 'check-digit' });
  if (!printed) return { name: 'zone', verdict: 'not-checked', findings: [] };
  return lines.join('') === printed.join('') ? step('zone') : step('zone', { code: 'other-zone' });
}
