import { isJsonObject, type Json } from '@zhitongche/base';
import { caseKeys, type Keys, type LookupProvider, openAnswers } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import type { Rows, Statement } from '@zhitongche/host';
import { keptPlace, nearKeys } from '@zhitongche/register/server';
import { textIn } from '../../../shared/lookup-rows.ts';
import { BOOK, SPECIMENS } from '../basis.ts';
import { apostilleBook, sealSpecimens } from '../index.ts';
import { namesOf } from '../names.ts';

const NO_ONE = '00000000-0000-0000-0000-000000000000';
/** Papers one filing may ask about; a guard against programs. */
const MOST = 20;

// Each question names a paper by its place, what of it is asked, the keys it may be known by, and the day it was issued.
const DOCUMENTS: Statement = {
  name: 'apostille-documents',
  text: `select k.id, (a.q->>'at')::int as at, a.q->>'what' as what, k.title
    from json_array_elements($2::json) as a(q)
    join kept_row k on k.office = $1 and k.retired_at is null
      and k.near_key = any(array(select json_array_elements_text(a.q->'keys')))
      and case when a.q->>'what' = 'certified' then k.register = '${BOOK}' and k.stage = 'valid'
          and ($3::uuid is null or exists (select 1 from case_file f where f.office = k.office and f.id = k.case_id and f.applicant = $3))
        else k.register = '${SPECIMENS}' and k.state->'answers'->>'kind' = a.q->>'what'
          and k.state->'answers'->>'from' <= a.q->>'day'
          and coalesce(nullif(k.state->'answers'->>'until', ''), '9999-12-31') >= a.q->>'day' end
    order by 2, 3, k.id limit 500`,
};

interface Found {
  readonly id: string;
  readonly at: number;
  readonly what: string;
  readonly title: string;
}

type Asked = Readonly<Record<'issuer' | 'number' | 'seal' | 'signer' | 'issuedOn', string>>;

const askedIn = (args: Json): readonly Asked[] =>
  (Array.isArray(args) ? args : []).slice(0, MOST).map((one): Asked => {
    const row = isJsonObject(one) ? one : {};
    return {
      issuer: textIn(row.issuer),
      number: textIn(row.number),
      seal: textIn(row.seal),
      signer: textIn(row.signer),
      issuedOn: textIn(row.issuedOn),
    };
  });

/** Whether enough was told to ask about the seal and signature of a paper. */
const complete = ({ issuer, seal, signer, issuedOn }: Asked): boolean =>
  [issuer, seal, signer, issuedOn].every((text) => text !== '');

const questions = (asked: readonly Asked[], keys: Keys): readonly Json[] =>
  asked.flatMap((one, at): readonly Json[] => {
    const { issuer, number, seal, signer, issuedOn } = one;
    const certified = nearKeys(apostilleBook, { issuer, document: number }, keys);
    const filed = (what: string, name: string): Json => ({
      at,
      what,
      day: issuedOn,
      keys: namesOf(name).flatMap((each) => [...nearKeys(sealSpecimens, { issuer, name: each }, keys)]),
    });
    return [
      ...(certified.length > 0 ? [{ at, what: 'certified', day: '', keys: [...certified] }] : []),
      ...(complete(one) ? [filed('seal', seal), filed('signature', signer)] : []),
    ];
  });

/** Passed courses of whoever signs, at the places he stands in. */
const TRAINED: Statement = {
  name: 'apostille-training',
  text: `select k.id, k.salt, k.state->'answers' as answers, p.name from person p
    join kept_row k on k.office = p.office and k.register = 'attendance' and k.stage = 'passed' and k.retired_at is null
      and k.state->'answers'->>'kind' = 'apostille'
      and (k.org = p.org or exists (select 1 from role_grant g where g.office = p.office and g.person = p.id
        and g.org = k.org and g.status = 'active'))
    where p.office = $1 and p.id = $2::uuid order by k.id limit 500`,
};

interface Passed {
  readonly id: string;
  readonly salt: string | null;
  readonly answers: Answers;
  readonly name: string;
}

/** What the registers say of papers that are filed, and of whoever signs. */
export const APOSTILLE_LOOKUPS: Readonly<Record<string, LookupProvider>> = {
  'apostille-documents': {
    // The public is told of its own certificates only: whether a paper of another has one is told at the counter, and held against it there.
    question: (args, { office, person, everywhere, by }, keys) => ({
      statement: DOCUMENTS,
      values: [
        office,
        JSON.stringify(questions(askedIn(args), keys)),
        everywhere && by !== person ? null : person,
      ],
    }),
    restsOn: (rows) => [...new Set((rows as readonly Found[]).map(({ id }) => id))],
    answer(rows: Rows, args) {
      const found = rows as readonly Found[];
      const has = (at: number, what: string): boolean =>
        found.some((row) => row.at === at && row.what === what);
      return {
        certified: found
          .filter(({ what }) => what === 'certified')
          .map(({ at, title }) => ({ at, told: title })),
        unfiled: askedIn(args).flatMap((one, at) =>
          complete(one) && !(has(at, 'seal') && (has(at, 'signature') || unsigned(one)))
            ? [{ at, told: '' }]
            : [],
        ),
      };
    },
  },
  'apostille-training': {
    question: (_args, { office, by }) => ({ statement: TRAINED, values: [office, by === '' ? NO_ONE : by] }),
    restsOn: (rows) => (rows as readonly Passed[]).map(({ id }) => id),
    answer: (rows, _args, { office }, keys) => ({
      trained: (rows as readonly Passed[]).flatMap(({ id, salt, answers, name }) => {
        const opened = openAnswers(answers, caseKeys(keys, salt), keptPlace(office, id));
        return textIn(opened.name) === name ? [{ day: textIn(opened.day) }] : [];
      }),
    }),
  },
};

/** A paper nobody signed: its seal alone is held against what is on file. */
const unsigned = ({ signer }: Asked): boolean => /^(?:未署名|unsigned)$/i.test(signer.trim());
