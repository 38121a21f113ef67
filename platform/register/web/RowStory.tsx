import { instantShort, Timeline } from '@zhitongche/ui';
import { Numbered } from './CaseNumber.tsx';
import type { Row } from './use-row-act.ts';
import './RowStory.css';

/** What happened to a row, newest first, each with what it changed. */
export const RowStory = ({ row }: { readonly row: Row }) => (
  <section className="kept-card-part">
    <h3>经过</h3>
    <Timeline
      label="经过"
      items={row.story.toReversed().map(({ at, by, text, changes }, i) => ({
        key: `${at} ${text} ${i}`,
        state: i === 0 && row.retired === null ? 'current' : 'done',
        title: <Numbered text={text} />,
        when: `${instantShort(at)} ${by}`,
        children:
          changes.length === 0 ? null : (
            <ul className="row-changes">
              {changes.map(({ label, before, after }) => (
                <li key={label}>
                  {label}：{before === '' ? null : <del>{before}</del>}{' '}
                  {after === '' ? (
                    <span className="soft">（清空）</span>
                  ) : before === '' ? (
                    <Numbered text={after} />
                  ) : (
                    <ins>
                      <Numbered text={after} />
                    </ins>
                  )}
                </li>
              ))}
            </ul>
          ),
      }))}
    />
  </section>
);
