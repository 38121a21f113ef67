import { ApiProblem } from '@zhitongche/ui';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MissingNotice } from './ActNotices.tsx';
import { RefusalNotice } from './RefusalNotice.tsx';

const refusal = new ApiProblem({
  type: 'about:blank',
  title: '不能办理',
  status: 422,
  code: 'form.problems',
  detail: '有两处需要处理。',
  en: 'Two things.',
  problems: [
    {
      code: 'reply.number',
      level: 'block',
      at: ['reply', 'number'],
      message: '批复文号不完整',
      todo: '请照批复原件填写',
      en: 'Incomplete number',
      basis: { title: '党政机关公文处理工作条例' },
    },
    {
      code: 'reply.date',
      level: 'block',
      at: ['reply', 'date'],
      message: '批复日期晚于今天',
      en: 'Future date',
    },
  ],
});

test('a refused act tells every reason at once, with what to do and its basis', () => {
  const html = renderToString(<RefusalNotice refusal={refusal} />);
  expect(html).toContain('没有办成');
  expect(html).toMatch(/批复文号不完整.*请照批复原件填写。/s);
  expect(html).toContain('依据');
  expect(html).toContain('批复日期晚于今天');
});

test('what an act still lacks is said together; a missing opinion is said at its own box', () => {
  const html = renderToString(
    <MissingNotice
      missing={[
        { need: 'persons', message: '请选择至少一位人员。' },
        { need: 'opinion', message: '请写明“转办”的意见或理由。' },
      ]}
      blocking={3}
    />,
  );
  expect(html).toContain('请选择至少一位人员。');
  expect(html.replaceAll('<!-- -->', '')).toContain('表中还有 3 处需要处理');
  expect(html).not.toContain('转办');
});

test('an act that lacks nothing says nothing', () => {
  expect(renderToString(<MissingNotice missing={[]} blocking={0} />)).toBe('');
});
