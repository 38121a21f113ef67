import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { form, integer, table, text } from '@zhitongche/form';
import { AnswerSheet } from '@zhitongche/form/web';

const asked = form({
  change: {
    title: '申请变更',
    fields: {
      reason: text('变更理由', { max: 50 }),
      note: text('附注', { max: 50 }),
      fares: table(
        '其他费用',
        { amount: integer('金额', { min: 0, max: 9 }) },
        { maxRows: 3, rowName: '项' },
      ),
    },
  },
});
const sheet = (answered: boolean) =>
  renderToString(
    <AnswerSheet form={asked} answers={{ reason: '外方顺延', fares: [] }} caseId="1" answered={answered} />,
  );

it('does not lead whoever decides on a change through questions nobody answered', () => {
  expect(sheet(true)).toContain('外方顺延');
  expect(sheet(true)).not.toMatch(/附注|其他费用|没有填写|—/);
});

it('shows whoever files what stayed empty', () => {
  expect(sheet(false)).toMatch(/附注.*—.*其他费用.*没有填写/s);
});
