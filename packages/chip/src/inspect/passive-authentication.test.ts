import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SPECIMEN_DAY, SPECIMEN_LINES, specimen, type Specimen } from '../../test/specimen.ts';
import { type Vector, vectors } from '../../test/vectors.ts';
import { fromHex } from '../bytes.ts';
import { dataGroup, SOD } from '../file/data-groups.ts';
import { dg1 } from '../file/dg1.ts';
import { efSod } from '../issuer/security-object.ts';
import { revocationList } from '../issuer/revocation-list.ts';
import { certify, newTestCountry, type SigningForm, UTOPIA } from '../issuer/test-country.ts';
import { passiveAuthentication } from './passive-authentication.ts';
import type { ChipFiles, InspectionContext } from './steps.ts';
import { trustMasterList } from './trust.ts';

/** Verdicts by step, findings behind a colon. */
const told = (files: ChipFiles, context: InspectionContext): Record<string, string> =>
  Object.fromEntries(
    passiveAuthentication(files, context).map(({ name, verdict, findings }) => [
      name,
      [verdict, ...findings.map(({ code, groups }) => `${code}${groups ? ` ${groups.join(',')}` : ''}`)].join(
        ': ',
      ),
    ]),
  );

describe('published and foreign signatures', () => {
  const cases = [...vectors('lds').values()].filter(({ kind }) => kind === 'sod');
  const on = new Date('2026-06-01T00:00:00Z');
  const of = (one: Vector, name: string) => fromHex(one[name] ?? '');
  it.each(cases)('$id: each step says what the vector says', (one) => {
    const groups = new Map([
      [1, of(one, 'dg1_hex')],
      [2, of(one, 'dg2_hex')],
    ]);
    const trust = { cscas: [of(one, 'csca_der_hex')], lists: [] };
    const steps = passiveAuthentication({ sod: of(one, 'ef_sod_hex'), groups }, { trust, on });
    const holds = (...names: string[]) =>
      steps.filter(({ name }) => names.includes(name)).every(({ verdict }) => verdict === 'holds');
    const expected = one as unknown as { signature_valid: boolean; data_groups_valid: boolean };
    expect(holds('signature', 'content', 'issuer')).toBe(expected.signature_valid);
    expect(holds('content', 'groups')).toBe(expected.data_groups_valid);
  });
});

describe('the five steps of a book, one by one', () => {
  let book: Specimen;
  let files: ChipFiles;
  let context: InspectionContext;
  const good = {
    signature: 'holds',
    content: 'holds',
    issuer: 'holds',
    groups: 'holds',
    zone: 'holds',
  };
  beforeAll(async () => {
    book = await specimen();
    const { files: on } = book.content;
    const groups = new Map(
      [1, 2, 11, 14, 15].map((group) => [group, on.get(dataGroup(group).file) ?? fromHex('')]),
    );
    files = { sod: on.get(SOD.file) ?? fromHex(''), groups };
    context = {
      trust: { cscas: [book.country.csca.certificate], lists: [book.country.crl] },
      on: new Date('2026-12-15T00:00:00Z'),
      printed: SPECIMEN_LINES,
    };
  });
  const changed = (group: number, bytes: Uint8Array): ChipFiles => ({
    ...files,
    groups: new Map([...files.groups, [group, bytes]]),
  });

  it('a sound book holds in all of them', () => {
    expect(told(files, context)).toEqual(good);
  });

  it.each([2, 11, 14, 15])('data group %i changed fails its step, which names it, and no other', (group) => {
    const bytes = files.groups.get(group) ?? fromHex('');
    const other = bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte));
    expect(told(changed(group, other), context)).toEqual({
      ...good,
      groups: `fails: group-changed ${group}`,
    });
  });

  it('an issuer nobody knows fails its step and no other', async () => {
    const stranger = await newTestCountry(SPECIMEN_DAY);
    const trust = { cscas: [stranger.csca.certificate], lists: [] };
    expect(told(files, { ...context, trust })).toEqual({ ...good, issuer: 'fails: unknown-issuer' });
  });

  it('another zone in the book than on its page fails the step of the zone', () => {
    const printed = [SPECIMEN_LINES[0] ?? '', 'L898902C36UTO7408122F3604155ZE184226C<<<<<16'];
    expect(told(files, { ...context, printed })).toEqual({ ...good, zone: 'fails: other-zone' });
    const { printed: nothing, ...unseen } = context;
    expect(nothing).toBeDefined();
    expect(told(files, unseen)).toEqual({ ...good, zone: 'not-checked' });
  });

  it('a changed DG1 is told by its digest, and by the page', () => {
    const lines = [SPECIMEN_LINES[0]?.replace('ANNA', 'ANNE') ?? '', SPECIMEN_LINES[1] ?? ''];
    expect(told(changed(1, dg1(lines)), context)).toEqual({
      ...good,
      groups: 'fails: group-changed 1',
      zone: 'fails: other-zone',
    });
  });

  it('a changed signature and a changed content are told apart', () => {
    const sod = Buffer.from(files.sod);
    const last = new Uint8Array(sod.map((byte, at) => (at === sod.length - 1 ? byte ^ 1 : byte)));
    expect(told({ ...files, sod: last }, context)).toEqual({ ...good, signature: 'fails: signature-wrong' });
    // The version of the LDS stands in the content and nowhere else.
    const at = sod.indexOf('0108');
    const content = new Uint8Array(sod.map((byte, place) => (place === at + 3 ? 0x37 : byte)));
    expect(told({ ...files, sod: content }, context)).toEqual({ ...good, content: 'fails: content-changed' });
  });

  it('a certificate out of its days, taken back, or of another state fails the step of the issuer', async () => {
    const { country } = book;
    const late = new Date('2040-01-01T00:00:00Z');
    expect(told(files, { ...context, on: late })['issuer']).toBe('fails: expired: revocation-unknown');
    const early = new Date('2020-01-01T00:00:00Z');
    expect(told(files, { ...context, on: early })['issuer']).toBe('fails: not-yet-valid: revocation-unknown');
    const since = new Date('2026-12-01T00:00:00Z');
    const list = revocationList(country.csca, {
      number: 2,
      from: since,
      next: new Date('2027-03-01T00:00:00Z'),
      revoked: [{ certificate: country.documentSigner.certificate, since }],
    });
    const trust = { cscas: [country.csca.certificate], lists: [country.crl, list] };
    expect(told(files, { ...context, trust })).toEqual({ ...good, issuer: 'fails: revoked' });
    const elsewhere = await newTestCountry(SPECIMEN_DAY, { ...UTOPIA, state: 'XXA' });
    const forged = { ...files, sod: efSod(files.groups, elsewhere.documentSigner) };
    const both = { cscas: [country.csca.certificate, elsewhere.csca.certificate], lists: [elsewhere.crl] };
    expect(told(forged, { ...context, trust: both })).toEqual({ ...good, issuer: 'fails: other-state' });
  });

  it('a list of a stranger, or none, leaves the question open and says so', async () => {
    const stranger = await newTestCountry(SPECIMEN_DAY);
    for (const lists of [[], [stranger.crl], [fromHex('3003020101')]])
      expect(told(files, { ...context, trust: { ...context.trust, lists } })).toEqual({
        ...good,
        issuer: 'holds: revocation-unknown',
      });
  });

  it('a key that may not sign books fails the step of the issuer', async () => {
    const { country } = book;
    const forged = { ...files, sod: efSod(files.groups, country.csca) };
    expect(told(forged, context)['issuer']).toBe('fails: wrong-usage');
  });

  it.each<SigningForm>([
    { curve: 'brainpoolP256r1' },
    { curve: 'brainpoolP384r1' },
    { writtenOut: true },
    { curve: 'brainpoolP256r1', writtenOut: true },
  ])('a country that signs over $curve, written out: $writtenOut, holds too', async (form) => {
    const country = await newTestCountry(SPECIMEN_DAY, UTOPIA, form);
    const sod = efSod(files.groups, country.documentSigner);
    const trust = { cscas: [country.csca.certificate], lists: [country.crl] };
    expect(told({ ...files, sod }, { ...context, trust })).toEqual(good);
  });

  it('a data group nobody signed, and one that is missing, are named', () => {
    const more = new Map([...files.groups, [13, fromHex('6D00')]]);
    expect(told({ ...files, groups: more }, context)['groups']).toBe('fails: group-unsigned 13');
    const fewer = new Map([...files.groups].filter(([group]) => group !== 2));
    expect(told({ ...files, groups: fewer }, context)['groups']).toBe('fails: group-missing 2');
  });

  it('a master list brings country signers only from somebody trusted', async () => {
    const { country } = book;
    const stranger = await newTestCountry(SPECIMEN_DAY);
    expect(trustMasterList(country.masterList, [country.csca.certificate])).toEqual([
      country.csca.certificate,
    ]);
    expect(trustMasterList(country.masterList, [stranger.csca.certificate])).toBeUndefined();
    const damaged = country.masterList.map((byte, at) => (at === 200 ? byte ^ 1 : byte));
    expect(trustMasterList(damaged, [country.csca.certificate])).toBeUndefined();
    const other = await certify('document-signer', UTOPIA, SPECIMEN_DAY, { issuer: country.csca });
    expect(other.certificate).not.toEqual(country.documentSigner.certificate);
  });

  it('any damage gives five verdicts, never an exception', () => {
    fc.assert(
      fc.property(fc.nat(files.sod.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const sod = files.sod.map((byte, place) => (place === at ? byte ^ by : byte));
        expect(passiveAuthentication({ ...files, sod }, context)).toHaveLength(5);
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 80 }), (sod, group) => {
        const steps = passiveAuthentication({ sod, groups: new Map([[1, group]]) }, context);
        expect(steps.map(({ verdict }) => verdict)).not.toContain('holds');
      }),
      { numRuns: 300 },
    );
  });
});
