import { renderToString } from 'react-dom/server';
import { Suspense } from 'react';
import { expect, it } from 'vitest';
import { later } from './later.tsx';

const drawn = (Page: ReturnType<typeof later<{ name: string }>>) =>
  renderToString(
    <Suspense fallback={<i>…</i>}>
      <Page name="王" />
    </Suspense>,
  );

it('draws at once what was fetched ahead, and something to wait by otherwise', async () => {
  const Page = later<{ name: string }>(async () => ({ name }) => <b>{name}</b>);
  expect(drawn(Page)).toContain('…');
  await Page.ahead();
  expect(drawn(Page)).toContain('王');
  expect(drawn(Page)).not.toContain('…');
});
