import type { ReactNode } from 'react';
import { Notice } from './Notice.tsx';
import { timeText } from './format.ts';

/** Somebody else changed the same thing: who and when, and the ways out as buttons. */
export const Conflict = ({
  by,
  at,
  children,
}: {
  readonly by: string;
  readonly at: string;
  readonly children?: ReactNode;
}) => (
  <Notice tone="warn" live title={`${by || '有人'}于 ${timeText(at)} 修改了这份办件`}>
    <p>您看到的不是最新内容，刚才的操作没有生效，填写的内容还在。</p>
    {children ? <div className="row">{children}</div> : null}
  </Notice>
);
