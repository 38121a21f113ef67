import type { Problem } from '@zhitongche/base';
import { integer, table, text } from '@zhitongche/form';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type FormContext, FormContextProvider } from '../form-context.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import type { RowActs } from './row-acts.ts';

const people = table(
  '团组人员',
  {
    name: text('姓名', { max: 20, required: true }),
    days: integer('天数', { min: 1, max: 30 }),
  },
  { maxRows: 5, rowName: '人' },
);
const columns = Object.entries(people.columns);
const acts: RowActs = {
  open: () => {},
  duplicate: () => {},
  remove: () => {},
  shift: () => {},
  set: () => {},
  paste: () => {},
};
const wrong: Problem = {
  code: 'field.range',
  level: 'block',
  at: ['people', 1, 'days'],
  message: '天数应在1至30之间',
  en: 'Between 1 and 30',
};
const world = (problems: readonly Problem[]): FormContext => ({
  form: {},
  answers: {},
  service: 'toy',
  home: { case: '1' },
  today: '2026-03-02',
  countries: [],
  target: null,
  problemsAt: (path) => problems.filter((p) => p.at.join('.') === path),
  filledAt: () => false,
  problemsBelow: (path) => problems.filter((p) => p.at.join('.').startsWith(`${path}.`)),
  renderField: () => null,
  set: () => {},
  markTouched: () => {},
});
const row = ({
  here = null,
  focus = true,
  asked = ['name', 'days'],
  problems = [],
}: {
  readonly here?: number | null;
  readonly focus?: boolean;
  readonly asked?: readonly string[];
  readonly problems?: readonly Problem[];
}) =>
  renderToString(
    <FormContextProvider value={world(problems)}>
      <table>
        <tbody>
          <GridRow
            field={people}
            at={['people']}
            index={1}
            row={{ name: '柯采薇', days: 40 }}
            count={2}
            columns={columns}
            asked={new Set(asked)}
            here={here}
            focus={focus}
            acts={acts}
            onGo={() => {}}
          />
        </tbody>
      </table>
    </FormContextProvider>,
  );

test('a grid says of each column what it is called and which must be filled in', () => {
  const html = renderToString(
    <table>
      <GridHead columns={columns} />
    </table>,
  );
  expect(html.match(/scope="col"/g)).toHaveLength(4);
  expect(html).toMatch(/姓名<span[^>]*aria-label="必填"/);
  expect(html).not.toMatch(/天数<span/);
});

test('only the cell one is at can be typed into, the others are words', () => {
  expect(row({})).not.toContain('<input');
  const html = row({ here: 0 });
  expect(html.match(/<input/g)).toHaveLength(1);
  expect(html).toMatch(/<input[^>]*value="柯采薇"/);
});

test('before anybody entered the grid its first cell is words like the others, and the way in by the keyboard', () => {
  const html = row({ here: 0, focus: false });
  expect(html).not.toContain('<input');
  expect(html).not.toContain('grid-here');
  expect(html.match(/<td[^>]*tabindex="0"/gi)).toHaveLength(1);
});

test('what is wrong in a cell is told by the cell and marked at the number of its row', () => {
  const html = row({ problems: [wrong] });
  expect(html).toContain('aria-label="天数：天数应在1至30之间"');
  expect(html).toMatch(/<th[^>]*class="[^"]*cell-wrong/);
  expect(row({})).not.toContain('cell-wrong');
});

test('a cell its row does not ask for says so and takes no words', () => {
  const html = row({ here: 1, asked: ['name'] });
  expect(html).toContain('不需填写');
  expect(html).not.toContain('<input');
});

test('a row is opened and worked on by buttons that name it', () => {
  const html = row({});
  expect(html).toContain('title="逐项填写第 2 人"');
  expect(html).toContain('第 2 人的操作');
});
