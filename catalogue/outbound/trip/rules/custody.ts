import { type CaseState, type Check, checksFor, type Finding, isClosed } from '@zhitongche/case';
import type { documentsForm } from '../act-forms.ts';
import { custody, practice } from '../basis.ts';
import { documentsOf, earliestFate, inWords } from '../custody.ts';
import { NONE, one } from './rule.ts';

const ofDocuments = checksFor<typeof documentsForm>();
const EACH = custody('交回护照时逐本核对');

/** After the end the act itself asks why. */
const reasonGiven = (correction: string | undefined, state: CaseState | undefined): boolean =>
  (correction ?? '').trim() !== '' || (state !== undefined && isClosed(state.status));

/** Checks of 护照交回登记: every row a document of this trip, once, on a day that can be. */
export const custodyChecks: readonly Check[] = [
  ofDocuments({
    code: 'A-04',
    title: '交回时核对出入境章',
    level: 'warn',
    basis: custody('交回护照时核对出入境记录'),
    reads: ['documents'],
    run: ({ documents }) =>
      documents.flatMap((row, i) =>
        row.state === 'returned' && row.stampsChecked === false
          ? [
              {
                at: ['documents', i, 'stampsChecked'],
                message: `${row.holder ?? ''}的证件尚未核对出入境章`,
                en: 'Border stamps were not checked',
                todo: '请核对后登记，或说明原因',
              },
            ]
          : [],
      ),
  }),
  ofDocuments({
    code: 'A-06',
    title: '登记的证件属于本团组',
    level: 'block',
    basis: EACH,
    reads: ['documents'],
    run({ documents }, { state }) {
      if (!state) return NONE;
      const sent = documentsOf(state);
      const holders = [...new Set(sent.map(({ holder }) => holder))];
      return documents.flatMap((row, i): readonly Finding[] => {
        const { holder, document } = row;
        if (!holder || !document || sent.some((one) => one.holder === holder && one.document === document))
          return [];
        const known = holders.includes(holder);
        return [
          {
            at: ['documents', i, known ? 'document' : 'holder'],
            message: known ? `本任务没有发给${holder}这种证件` : `本任务应交回的证件中没有“${holder}”的`,
            en: `${holder} holds no such document of this trip`,
            todo: known ? '请核对证件种类' : `请从应交回的人员中选填：${holders.join('、')}`,
          },
        ];
      });
    },
  }),
  ofDocuments({
    code: 'A-07',
    title: '一本证件登记一次，再次登记须写明更正理由',
    level: 'block',
    basis: EACH,
    reads: ['documents'],
    run({ documents, correction }, { state }) {
      const known = state ? documentsOf(state) : [];
      const corrects = reasonGiven(correction, state);
      return documents.flatMap((row, i): readonly Finding[] => {
        const { holder, document } = row;
        if (!holder || !document) return [];
        const same = (one: { readonly holder?: string; readonly document?: string }): boolean =>
          one.holder === holder && one.document === document;
        const earlier = documents.findIndex(same);
        const fate = known.find(same)?.fate;
        if (earlier === i && (!fate || corrects)) return [];
        const words = inWords({ holder, document });
        return [
          {
            at: ['documents', i, 'holder'],
            message:
              earlier < i
                ? `${words}的证件在本表第${earlier + 1}行已经填过`
                : `${words}的证件已经登记${fate?.on ? `（${fate.on}）` : ''}`,
            en: 'This document is recorded already',
            todo: earlier < i ? '请删去重复的一行' : '请删去这一行；确需更正的，请写明更正理由',
          },
        ];
      });
    },
  }),
  ofDocuments({
    code: 'A-08',
    title: '登记日期在回国之后、今天以前',
    level: 'block',
    basis: EACH,
    reads: ['documents'],
    run({ documents }, { state, today }) {
      const entry = state?.records.return?.at(-1)?.data.actualEntry;
      const sent = state ? documentsOf(state) : [];
      return documents.flatMap((row, i): readonly Finding[] => {
        const { on, state: now, note } = row;
        const at = ['documents', i, 'on'];
        if (!on || now === 'out') return [];
        if (on > today)
          return one({ at, message: '日期还没有到', en: 'The day is still to come', todo: '请填写实际日期' });
        const handedIn = now === 'returned' || now === 'damaged';
        const { left } = sent.find((one) => one.holder === row.holder && one.document === row.document) ?? {};
        const first = state ? earliestFate(state, { left, handedIn }) : '';
        if (on < first)
          return one({
            at,
            message: handedIn ? `早于出境日期${first}` : `早于发证日期${first}`,
            en: 'Before the trip began, or before the document was sent out',
            todo: '请按证件实际交回或发现的日期填写；没有成行的，请登记为未领取，或先申请变更人员',
          });
        return handedIn && typeof entry === 'string' && on < entry && (note ?? '').trim() === ''
          ? one({
              at,
              message: `早于团组入境日期${entry}`,
              en: 'Before the group came back',
              todo: '请核对日期；本人提前回国等情况请在“说明”中写明',
            })
          : [];
      });
    },
  }),
  ofDocuments({
    code: 'A-09',
    title: '遗失、损毁、未领取的写明情况',
    level: 'block',
    basis: practice(
      '黑龙江省气象局因公护照管理办法（2016）',
      '遗失护照立即报告，书面说明护照号、时间、地点、原因并签名',
    ),
    reads: ['documents'],
    run: ({ documents }) =>
      documents.flatMap((row, i) =>
        row.state && row.state !== 'out' && row.state !== 'returned' && (row.note ?? '').trim() === ''
          ? [
              {
                at: ['documents', i, 'note'],
                message: '没有写明情况',
                en: 'Say what happened',
                todo: '请写明时间、地点、经过；未领取的写明原因',
              },
            ]
          : [],
      ),
  }),
  ofDocuments({
    code: 'A-10',
    title: '至少登记一本',
    level: 'block',
    onSubmit: true,
    basis: EACH,
    reads: ['documents'],
    run: ({ documents, correction }, { state }) =>
      documents.some((row) => row.state !== 'out') || reasonGiven(correction, state)
        ? NONE
        : one({
            at: ['documents'],
            message: '没有登记任何一本',
            en: 'Nothing is recorded',
            todo: '请把已有着落的证件改为“交回”等情况',
          }),
  }),
];
