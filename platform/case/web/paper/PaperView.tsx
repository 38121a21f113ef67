import {
  type Block,
  type Cell,
  dayInChinese,
  documentNumberText,
  type Inline,
  type PaperDoc,
  type Table,
} from '@zhitongche/base';
import type { ComponentType, ReactNode } from 'react';
import { PaperFace } from './PaperFace.tsx';
import './PaperView.css';

/** Blocks that stand among the lines of a letter. */
type Flowing = Exclude<Block, { readonly kind: 'face' }>;
type Of<K extends Block['kind']> = Extract<Block, { readonly kind: K }>;

/** A paper as it will read, on the screen: the same blocks that become PDF and Word, without numbers and seals of their own. */
export const PaperView = ({ doc, label }: { readonly doc: PaperDoc; readonly label: string }) => (
  <article className="paper" aria-label={label}>
    {doc.blocks.map((block, i) =>
      // Blocks are drawn once and never move; their place is their name.
      block.kind === 'face' ? (
        <PaperFace key={i} face={block} sheet={doc.sheet ?? A4} />
      ) : (
        <One key={i} block={block} />
      ),
    )}
  </article>
);

/** What is drawn without a stated size, which only a faulty template does. */
const A4 = { widthMm: 210, heightMm: 297 };

const Words = ({ text }: { readonly text: Inline }) =>
  typeof text === 'string' ? (
    text
  ) : (
    <>
      {text.map((run, i) => (
        <span
          key={i}
          className={
            run.underline
              ? `face-${run.face ?? 'fangsong'} paper-underline`
              : `face-${run.face ?? 'fangsong'}`
          }
        >
          {run.text}
        </span>
      ))}
    </>
  );

const cellOf = (cell: Cell | string): Cell => (typeof cell === 'string' ? { text: cell } : cell);

const Row = ({
  cells,
  head = false,
}: {
  readonly cells: readonly (Cell | string)[];
  readonly head?: boolean;
}) => (
  <tr>
    {cells.map(cellOf).map((cell, i) => {
      const Tag = head || cell.label ? 'th' : 'td';
      return (
        <Tag
          key={i}
          {...(head ? { scope: 'col' } : cell.label ? { scope: 'row' } : {})}
          colSpan={cell.columns ?? 1}
          rowSpan={cell.rows ?? 1}
          className={`paper-${cell.align ?? (head || cell.label ? 'center' : 'left')}`}
        >
          <Words text={cell.text} />
          {cell.foot?.map((line) => (
            <span key={line} className="paper-foot">
              {line}
            </span>
          ))}
        </Tag>
      );
    })}
  </tr>
);

const Ruled = ({ block }: { readonly block: Table }) => {
  const whole = block.widths.reduce((sum, w) => sum + w, 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="paper-scroll" tabIndex={0} aria-label="表格">
      {block.caption ? <p className="paper-caption">{block.caption}</p> : null}
      <table className={`paper-table paper-table-${block.size ?? 'form'}`}>
        <colgroup>
          {block.widths.map((w, i) => (
            <col key={i} style={{ width: `${(w / whole) * 100}%` }} />
          ))}
        </colgroup>
        {block.header ? (
          <thead>
            {block.header.map((cells, i) => (
              <Row key={i} cells={cells} head />
            ))}
          </thead>
        ) : null}
        <tbody>
          {block.rows.map((cells, i) => (
            <Row key={i} cells={cells} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

const lines = (texts: readonly string[]): ReactNode => texts.map((t) => <span key={t}>{t}</span>);

/** How every kind of block looks on the screen; a kind without a look does not compile. */
const LOOKS: { readonly [K in Flowing['kind']]: ComponentType<{ readonly block: Of<K> }> } = {
  redHead: ({ block }) => <p className="paper-red-head">{block.office}</p>,
  documentNumber: ({ block }) => <p className="paper-number">{documentNumberText(block)}</p>,
  title: ({ block }) => <h3 className="paper-title">{lines(block.lines)}</h3>,
  addressee: ({ block }) => <p className="paper-flush">{block.text}：</p>,
  heading: ({ block }) => <p className={`paper-heading paper-heading-${block.level}`}>{block.text}</p>,
  paragraph: ({ block }) => (
    <p
      className={`${block.indent === false ? 'paper-flush' : 'paper-paragraph'} paper-${block.align ?? 'justify'}`}
    >
      <Words text={block.text} />
    </p>
  ),
  particulars: ({ block }) => (
    <dl className="paper-particulars">
      {block.items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}：</dt>
          <dd>
            <Words text={item.value} />
          </dd>
        </div>
      ))}
    </dl>
  ),
  table: Ruled,
  attachmentList: ({ block }) => (
    <p className="paper-paragraph">
      附件：{block.items.map((item, i) => (block.items.length > 1 ? `${i + 1}.${item}` : item)).join('　')}
    </p>
  ),
  signature: ({ block }) => (
    <p className="paper-signature">
      {lines(block.offices)}
      <span>{dayInChinese(block.date)}</span>
    </p>
  ),
  note: ({ block }) => <p className="paper-paragraph">（{block.text}）</p>,
  verification: ({ block }) => (
    <p className="paper-verification">{block.code ? `查验码 ${block.code}` : '出具后在此处印查验二维码'}</p>
  ),
  version: ({ block }) => <p className="paper-verification">版本码 {block.code}</p>,
  imprint: ({ block }) => (
    <p className="paper-imprint">
      {block.copiesTo?.length ? <span>抄送：{block.copiesTo.join('，')}。</span> : null}
      <span>
        {block.printer}　{dayInChinese(block.printedOn)}印发
      </span>
    </p>
  ),
  attachment: ({ block }) => (
    <div className="paper-attachment">
      <p className="paper-attachment-mark">附件{block.number ?? ''}</p>
      <h3 className="paper-title">{lines(block.title)}</h3>
    </div>
  ),
  space: () => <p className="paper-space" aria-hidden="true" />,
};

const One = ({ block }: { readonly block: Flowing }) => {
  const Look = LOOKS[block.kind] as ComponentType<{ readonly block: Flowing }>;
  return <Look block={block} />;
};
