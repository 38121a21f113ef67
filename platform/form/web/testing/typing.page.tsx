import '@zhitongche/ui/tokens.css';
import '@zhitongche/ui/base.css';
import '@zhitongche/ui/layout.css';
import '@zhitongche/ui/input.css';
import { sampleContext } from '@zhitongche/case/testing';
import type { Check } from '@zhitongche/case';
import { queryClient } from '@zhitongche/contract/web';
import {
  type Answers,
  country,
  date,
  decimal,
  type Fields,
  form,
  identifier,
  integer,
  table,
  text,
} from '@zhitongche/form';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FormContextProvider } from '../form-context.ts';
import { SectionFields } from '../SectionFields.tsx';
import { useForm } from '../use-form.tsx';

const ROWS = 200;
const FIELDS = 700;
const RULES = 100;

const COLUMNS = {
  name: text('姓名', { max: 30, required: true }),
  idNumber: identifier('citizen-id', '身份证号', { required: true }),
  unit: text('单位', { max: 40, required: true }),
  post: text('职务', { max: 40, required: true }),
  passport: identifier('passport', '护照号', { shown: (row) => row['unit'] !== '' }),
  phone: identifier('phone', '电话'),
  land: country('国家'),
  from: date('出发'),
  nights: integer('夜数', { min: 0, required: (row) => row['land'] !== undefined }),
  cost: decimal('费用', { scale: 2 }),
};
const rule = (n: number, reads: readonly string[], run: Check['run']): Check => ({
  code: `B-${n}`,
  title: `规则 ${n}`,
  level: 'warn',
  basis: { title: '示例规定' },
  reads,
  run,
});

/** A table of two hundred people with ten columns, a rule over all of them. */
const TABLE = {
  form: form({
    people: { title: '人员', fields: { members: table('人员', COLUMNS, { maxRows: 300, rowName: '人' }) } },
  }),
  checks: [
    rule(1, ['members'], ({ members }) => {
      const seen = new Set<unknown>();
      return (Array.isArray(members) ? members : []).flatMap((row, i) => {
        const { idNumber } = row as Answers;
        const twice = idNumber !== undefined && seen.has(idNumber);
        seen.add(idNumber);
        return twice ? [{ at: ['members', i, 'idNumber'], message: '与前面的人重复', en: 'Twice' }] : [];
      });
    }),
  ],
  answers: {
    members: Array.from({ length: ROWS }, (_, i) => ({
      name: `人员${i}`,
      unit: '云泽省商务厅',
      post: '处长',
      land: i % 2 === 0 ? '日本' : '韩国',
      from: '2027-01-11',
      nights: 3,
      cost: '1200.00',
    })),
  },
};

/** A form of seven hundred questions and a hundred rules over them. */
const LONG = {
  form: form({
    all: {
      title: '全部',
      fields: Object.fromEntries(
        Array.from({ length: FIELDS }, (_, i) => [
          `f${i}`,
          i % 3 === 0
            ? integer(`第 ${i} 项`, { min: 0 })
            : text(`第 ${i} 项`, {
                max: 100,
                ...(i % 5 === 1 ? { shown: (a: Answers) => a['f0'] !== 7 } : {}),
              }),
        ]),
      ) as Fields,
    },
  }),
  checks: Array.from({ length: RULES }, (_, n) =>
    rule(n, [`f${n * 3}`], (answers) =>
      Number(answers[`f${n * 3}`]) > 900 ? [{ at: [`f${n * 3}`], message: '偏高', en: 'High' }] : [],
    ),
  ),
  answers: Object.fromEntries(
    Array.from({ length: FIELDS }, (_, i) => [`f${i}`, i % 3 === 0 ? i : `内容${i}`]),
  ),
};

const context = sampleContext([], { tables: { countries: [{ name: '日本' }, { name: '韩国' }] } });
const asked = new URLSearchParams(location.search).get('form') === 'long' ? LONG : TABLE;
const service = { code: 'typing' };

const Page = () => {
  const [answers, setAnswers] = useState<Answers>(asked.answers as unknown as Answers);
  const { world, said } = useForm({
    service,
    form: asked.form,
    checks: asked.checks,
    caseId: 'case-1',
    answers,
    onChange: setAnswers,
    context,
  });
  return (
    <FormContextProvider value={world}>
      <h1>填写</h1>
      {Object.keys(asked.form).map((section) => (
        <SectionFields key={section} section={section} />
      ))}
      <output id="said">{said.length}</output>
    </FormContextProvider>
  );
};

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  );
