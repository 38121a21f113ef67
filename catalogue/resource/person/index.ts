import { checksFor } from '@zhitongche/case';
import { defineRegister } from '@zhitongche/register';
import { personForm } from './form.ts';

const check = checksFor<typeof personForm>();
/** The law on personal information: kept for a stated purpose, on a stated ground, no more than needed. */
const PRIVACY = { title: '《中华人民共和国个人信息保护法》', article: '第六条、第十三条' };

/** 人员库: people who travel, come or are in charge of something, typed once and corrected at their source. */
export const persons = defineRegister({
  code: 'person',
  name: '人员库',
  noun: '人员',
  en: 'People',
  category: '资源',
  what: '出访、邀请、接待、证照都会用到的人：登记一次，处处取用，改在本单位。',
  basis: [PRIVACY.title],
  measure: '人',
  form: personForm,
  checks: [
    check({
      code: 'P-01',
      title: '出生日期与身份证号一致',
      level: 'block',
      basis: { title: 'GB 11643-1999《公民身份号码》' },
      reads: ['citizenId', 'birth'],
      run: ({ citizenId, birth }) =>
        citizenId.slice(6, 14) === birth.replaceAll('-', '')
          ? []
          : [
              {
                at: ['birth'],
                message: '出生日期与身份证号里的不一致',
                en: 'The birthday differs from the one in the number',
                todo: '请核对两项',
              },
            ],
    }),
    check({
      code: 'P-02',
      title: '同一号码的证件只登记一次',
      level: 'block',
      basis: { title: '本单位人员信息管理规定', unconfirmed: true },
      reads: ['documents'],
      run: ({ documents }) =>
        documents.flatMap(({ number }, row) =>
          number !== undefined && documents.findIndex((other) => other.number === number) < row
            ? [
                {
                  at: ['documents', row, 'number'],
                  message: '这本证件上面已经登记',
                  en: 'This document is listed twice',
                  todo: '请删去重复的一行',
                },
              ]
            : [],
        ),
    }),
  ],
  facts: { tables: ['countries'], lookups: {} },
  policies: [
    {
      key: 'person.document-warn',
      label: '人员证件到期前几天提醒',
      type: 'list',
      default: ['180', '90', '30'],
      unconfirmed: true,
    },
  ],
  title: ({ name }) => name ?? '人员',
  cardFacts: ({ unit, post }) => [
    { label: '单位', value: unit?.title ?? '' },
    ...(post === undefined ? [] : [{ label: '职务', value: post }]),
  ],
  columns: [
    { key: 'name', later: true },
    { key: 'unit' },
    { key: 'post' },
    { key: 'foreign', filter: true, later: true },
    { key: 'country', filter: true, later: true },
    { key: 'origin', filter: true, later: true },
    { key: 'phone' },
  ],
  unique: ['citizenId'],
  near: ['name', 'birth'],
  org: 'unit',
  dates: [
    {
      field: 'documents',
      label: '证件到期',
      warn: 'person.document-warn',
      of: ({ answers }) => nextDocument(answers.documents),
    },
  ],
  relations: [],
  readers: [
    {
      roles: ['window', 'handler', 'division-head', 'deputy-director', 'director'],
      rows: 'office',
    },
    { roles: ['signer', 'city-reviewer', 'city-leader'], rows: 'reach' },
  ],
  keepers: ['filer', 'passport-officer', 'city-reviewer'],
  samples: () => [
    {
      by: 'commerce-filer',
      answers: {
        name: '孟明远',
        sex: 'male',
        foreign: false,
        birth: '1979-05-12',
        unit: { id: '', title: '云泽省商务厅' },
        post: '副处长',
        documents: [{ kind: 'service-ordinary' as const, number: 'PE1880501', until: '2029-03-18' }],
        origin: 'unit',
        ground: 'duty',
      },
    },
  ],
});

/** The day the next document of a person runs out. */
const nextDocument = (documents: unknown): string | undefined => {
  if (!Array.isArray(documents)) return undefined;
  const days = documents.flatMap((row: unknown) =>
    typeof row === 'object' && row !== null && 'until' in row && typeof row.until === 'string'
      ? [row.until]
      : [],
  );
  return days.toSorted()[0];
};
