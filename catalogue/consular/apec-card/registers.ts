import { type RegisterDef, strandsOf } from '@zhitongche/case';
import { ECONOMIES, strands } from './economies.ts';
import { readCard } from './form.ts';

const WORDS = Object.fromEntries(
  Object.entries(strands.economy.states).map(([key, { label }]) => [key, label]),
);

/** 经济体预批: a row for each applicant and economy, as it stands. */
export const registers: readonly RegisterDef[] = [
  {
    key: 'apec-economies',
    title: 'APEC卡经济体预批',
    follows: true,
    columns: [
      { key: 'caseNumber', label: '办件编号' },
      { key: 'unit', label: '企业' },
      { key: 'name', label: '申请人', field: 'name' },
      { key: 'economy', label: '经济体', words: ECONOMIES },
      { key: 'state', label: '预批', words: WORDS },
      { key: 'on', label: '日期' },
    ],
    rows(state, { caseId, caseNumber }) {
      const { unit = '', name = '' } = readCard(state.answers);
      return strandsOf(state, 'economy').map(({ id, state: stands, on }) => ({
        id: `${caseId}-${id}`,
        caseNumber,
        unit,
        name,
        economy: id,
        state: stands,
        on,
      }));
    },
  },
];
