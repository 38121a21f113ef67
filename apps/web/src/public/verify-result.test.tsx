import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { VerifyResult } from './VerifyResult.tsx';

test('a paper that stopped counting is told 已作废, in the word its own sentence uses, not 已撤销', () => {
  const html = renderToString(
    <VerifyResult
      about="7K3D-Q9FM-2XTH"
      result={{ result: 'revoked', message: '本机关曾经出具，已经作废。', en: 'Revoked.' }}
    />,
  );
  expect(html).toContain('已作废');
  expect(html).not.toContain('已撤销');
});
