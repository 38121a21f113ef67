import { text } from '@zhitongche/form';
import { useOwnForm } from '@zhitongche/form/web';
import { useState } from 'react';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Async, Button, Empty, KeyValues, PageHeader, useToday } from '@zhitongche/ui';
import { isAdmin } from './admin-rooms.ts';
import { LetterheadSheet } from './LetterheadSheet.tsx';
import { numberedPapers } from './numbered-papers.ts';
import './LetterheadsPage.css';

const AT_LEAST_TWO = { regex: '.{2,}', hint: '至少两个字' };

type Head = Reply<'letterheads'>[number];

/** How each issuing organisation heads and signs its papers, seen as it will print. */
export const LetterheadsPage = () => {
  const query = useRead('letterheads', {});
  const [org, setOrg] = useState('');
  return (
    <div className="admin-page">
      <PageHeader title="文头" intro="出具文书时的红头、落款和机关代字。已出具的文书不受影响。" />
      <Async query={query}>
        {(heads) => {
          const head = heads.find((h) => h.org === org) ?? heads[0];
          return head === undefined ? (
            <Empty icon="stamp" title="还没有文头" text="建立省、市外办机构后，各自的文头会出现在这里。" />
          ) : (
            <div className="stack">
              <select
                className="input letterhead-pick"
                aria-label="哪个机构的文头"
                value={head.org}
                onChange={(e) => setOrg(e.target.value)}
              >
                {heads.map((h) => (
                  <option key={h.org} value={h.org}>
                    {h.orgName}
                  </option>
                ))}
              </select>
              <Letterhead key={head.org} head={head} />
            </div>
          );
        }}
      </Async>
    </div>
  );
};

const FIELDS = {
  name: text('红头', {
    max: 60,
    required: true,
    width: 12,
    pattern: AT_LEAST_TWO,
    help: '印在首页上方，如“某某省人民政府外事办公室”。',
  }),
  signature: text('落款', {
    max: 60,
    required: true,
    width: 12,
    pattern: AT_LEAST_TWO,
    help: '印在成文日期上一行。',
  }),
  mark: text('机关代字', { max: 20, required: true, width: 12, help: '发文字号的前几个字，如“冀外”。' }),
  address: text('地址', { max: 100, width: 12, help: '供需要写明办公地址的文书使用。' }),
  phone: text('电话', { max: 40, width: 12, help: '印在通知书的咨询电话处。' }),
};

const Letterhead = ({ head }: { readonly head: Head }) => {
  const edits = isAdmin(useMe(), 'system-admin');
  const form = useOwnForm({
    write: 'saveLetterhead',
    refresh: ['letterheads'],
    about: head.org,
    fields: FIELDS,
    start: head,
    printed: true,
    input: ({ name = '', signature = '', mark = '', address = '', phone = '' }) => ({
      params: { id: head.org },
      body: { name, signature, mark, address, phone },
    }),
    said: '已保存，之后出具的文书使用新文头',
  });
  const today = useToday();
  const [name, signature, mark] = [form.answers.name, form.answers.signature, form.answers.mark].map(
    (value) => (typeof value === 'string' ? value : ''),
  );
  const papers = useRead('numberedPapers', {}, { staleTime: 600_000 });
  const numbers = numberedPapers(papers.data ?? [], mark ?? '', today.slice(0, 4));
  return (
    <div className="letterhead">
      <form
        className="stack"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          form.submit();
        }}
      >
        {edits ? (
          form.fields
        ) : (
          <KeyValues
            items={Object.entries(FIELDS).map(([key, { label }]) => ({
              label,
              value: head[key as keyof typeof FIELDS],
            }))}
          />
        )}
        {numbers.length === 0 ? null : (
          <div>
            <p className="soft">照此编号：</p>
            <ul className="letterhead-numbers">
              {numbers.map((n) => (
                <li key={n.number}>
                  {n.number} <span className="soft">{n.title}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {form.refusal}
        {edits ? (
          <div className="row">
            <Button type="submit" variant="primary" isDisabled={!form.changed} pending={form.pending}>
              保存文头
            </Button>
            {form.changed ? <Button onPress={form.reset}>恢复</Button> : null}
          </div>
        ) : (
          <p className="soft">文头由系统管理员修改。</p>
        )}
      </form>
      <LetterheadSheet
        name={name ?? ''}
        signature={signature ?? ''}
        number={numbers[0]?.number ?? ''}
        title={numbers[0]?.title ?? ''}
        date={today}
      />
    </div>
  );
};
