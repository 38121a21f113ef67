import { expect, test } from 'vitest';
import { date, identifier, table, text, yesNo } from './field.ts';
import { form } from './form.ts';
import { visibleProblems } from './visible-problems.ts';

const asked = form({
  basics: {
    title: '基本情况',
    fields: {
      subject: text('事由', { max: 50 }),
      members: table(
        '成员',
        {
          name: text('姓名', { max: 30 }),
          born: date('出生日期', { sensitivity: 'personal' }),
          passport: identifier('passport', '护照号', { sensitivity: 'sensitive' }),
          abroad: yesNo('境外居留权', { sensitivity: 'personal' }),
        },
        { maxRows: 5, rowName: '人' },
      ),
    },
  },
});
const answers = {
  subject: '考察',
  members: [{ name: '欧阳修', born: '1949-12-31', passport: 'PE1999999', abroad: true }],
};
const said = (at: (string | number)[], message: string) => ({
  code: 'T-1',
  level: 'info' as const,
  at,
  message,
  en: message,
  todo: message,
});
const problems = [
  said(['members', 0, 'born'], '欧阳修1949-12-31（1949年12月31日）出生，护照PE1999999'),
  said(['members', 0, 'abroad'], '欧阳修取得境外居留权'),
  said(['subject'], '事由过于简单'),
];
const seen = (clearance: 'open' | 'personal' | 'sensitive') =>
  visibleProblems(asked, answers, problems, { clearance });

test('a problem masks what the form masks, in message, translation and advice', () => {
  const [born] = seen('open');
  for (const text of [born?.message, born?.en, born?.todo])
    expect(text).toBe('欧阳修1949-**-**（1949-**-**）出生，护照PE*****99');
  expect(seen('personal')[0]?.message).toBe('欧阳修1949-12-31（1949年12月31日）出生，护照PE*****99');
  expect(seen('sensitive')).toEqual(problems);
});

test('a problem that would itself tell a hidden yes names its place only', () => {
  const [, abroad, subject] = seen('open');
  expect(abroad).toMatchObject({ code: 'T-1', message: '“成员 › 第1人 › 境外居留权”有待核对，内容对您隐藏' });
  expect(JSON.stringify(abroad)).not.toContain('取得');
  expect(subject).toEqual(problems[2]);
  expect(seen('personal')[1]).toEqual(problems[1]);
});

test('a place of birth hidden from a reader does not star the name of a unit that holds the word', () => {
  const form2 = form({
    basics: {
      title: '基本情况',
      fields: {
        organiser: text('组团单位', { max: 50 }),
        birthplace: text('出生地', { max: 30, sensitivity: 'personal' }),
      },
    },
  });
  const told = visibleProblems(
    form2,
    { organiser: '云泽省贸促会', birthplace: '云泽' },
    [said(['organiser'], '云泽省贸促会、云泽省商务厅同往，团员云泽出生')],
    { clearance: 'open' },
    ['云泽省商务厅'],
  );
  expect(told[0]?.message).toBe('云泽省贸促会、云泽省商务厅同往，团员云*出生');
});
