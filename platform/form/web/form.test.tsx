import type { Problem } from '@zhitongche/base';
import { form, text } from '@zhitongche/form';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FieldInput } from './FieldInput.tsx';
import { type FormContext, FormContextProvider } from './form-context.ts';
import { SectionFields } from './SectionFields.tsx';

const asked = form({
  reason: {
    title: '变更理由',
    fields: {
      why: text('理由', { max: 50, required: true, help: '写明由谁提出' }),
      note: text('附注', { max: 50 }),
      other: text('其他说明', { max: 50, shown: (answers) => answers.why === '其他' }),
    },
  },
});
const missing: Problem = {
  code: 'field.required',
  level: 'block',
  at: ['why'],
  message: '请填写「理由」',
  todo: '写明由谁提出',
  en: 'Required',
};
const drawn = (answers: Readonly<Record<string, string>>, problems: readonly Problem[] = []) => {
  const world: FormContext = {
    form: asked,
    answers,
    service: 'toy',
    home: { case: '1' },
    today: '2026-03-02',
    countries: [],
    target: null,
    problemsAt: (path) => problems.filter((p) => p.at.join('.') === path),
    problemsBelow: () => [],
    filledAt: () => false,
    renderField: (field, at) => <FieldInput key={at.join('.')} field={field} at={at} />,
    set: () => {},
    markTouched: () => {},
  };
  return renderToString(
    <FormContextProvider value={world}>
      <SectionFields section="reason" />
    </FormContextProvider>,
  );
};

test('every question has a label of its own, and says when it may stay empty', () => {
  const html = drawn({});
  expect(html).toMatch(/<label[^>]*for="why"[^>]*>理由<\/label>/);
  expect(html).toMatch(/<label[^>]*for="note"[^>]*>附注<span[^>]*>（选填）/);
  expect(html).toMatch(/id="why"[^>]*aria-required="true"/);
});

test('a question is asked only once it applies', () => {
  expect(drawn({ why: '会期调整' })).not.toContain('其他说明');
  expect(drawn({ why: '其他' })).toContain('其他说明');
});

test('what is wrong stands at its question, tied to it for those who hear the page', () => {
  const html = drawn({}, [missing]);
  expect(html).toMatch(/id="why"[^>]*aria-describedby="why-help why-problems"[^>]*aria-invalid="true"/);
  expect(html).toMatch(/id="why-problems".*请填写「理由」.*写明由谁提出/s);
  expect(html.match(/aria-invalid/g)).toHaveLength(1);
});
