import { useState } from 'react';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Async, Button, Empty, PageHeader, useToday } from '@zhitongche/ui';
import { isAdmin } from './admin-rooms.ts';
import { LetterheadSheet } from './LetterheadSheet.tsx';
import { PrintedField } from './edit/EditFields.tsx';
import { Refused } from './edit/Refused.tsx';
import { useSending, useTyped } from './edit/use-edit.ts';
import { numberedPapers } from './numbered-papers.ts';
import './LetterheadsPage.css';

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

const FIELDS = [
  { key: 'name', label: '红头', max: 60, help: '印在首页上方，如“某某省人民政府外事办公室”。' },
  { key: 'signature', label: '落款', max: 60, help: '印在成文日期上一行。' },
  { key: 'mark', label: '机关代字', max: 20, help: '发文字号的前几个字，如“冀外”。' },
  { key: 'address', label: '地址', max: 100, help: '供需要写明办公地址的文书使用。' },
  { key: 'phone', label: '电话', max: 40, help: '印在通知书的咨询电话处。' },
] as const;

const Letterhead = ({ head }: { readonly head: Head }) => {
  const me = useMe();
  const today = useToday();
  const edits = isAdmin(me, 'system-admin');
  const save = useSending('saveLetterhead', ['letterheads']);
  const { typed, set, at } = useTyped('letterhead', head, save);
  const { org, name, signature, mark, address, phone } = typed;
  const papers = useRead('numberedPapers', {}, { staleTime: 600_000 });
  const numbers = numberedPapers(papers.data ?? [], mark, today.slice(0, 4));
  const changed = FIELDS.some((f) => typed[f.key] !== head[f.key]);
  return (
    <div className="letterhead">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          save.send(
            { params: { id: org }, body: { name, signature, mark, address, phone } },
            { said: '已保存，之后出具的文书使用新文头' },
          );
        }}
      >
        {FIELDS.map((f) => (
          <PrintedField
            key={f.key}
            {...at(f.key)}
            label={f.label}
            required={f.key !== 'address' && f.key !== 'phone'}
            help={f.help}
            maxLength={f.max}
            readOnly={!edits}
          />
        ))}
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
        <Refused error={save.error} beside={FIELDS.map((f) => f.key)} />
        {edits ? (
          <div className="row">
            <Button type="submit" variant="primary" isDisabled={!changed} pending={save.pending}>
              保存文头
            </Button>
            {changed ? <Button onPress={() => set(head)}>恢复</Button> : null}
          </div>
        ) : (
          <p className="soft">文头由系统管理员修改。</p>
        )}
      </form>
      <LetterheadSheet
        name={name}
        signature={signature}
        number={numbers[0]?.number ?? ''}
        title={numbers[0]?.title ?? ''}
        date={today}
      />
    </div>
  );
};
