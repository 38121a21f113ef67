import { useRead, type Reply } from '@zhitongche/contract/web';
import { Async, Badge, type Tone, DataTable, Empty, PageHeader, dayText } from '@zhitongche/ui';

type Line = Reply<'seatsAhead'>['lines'][number];

const KINDS: Readonly<Record<Line['kind'], { readonly tone: Tone; readonly text: string }>> = {
  empty: { tone: 'danger', text: '空缺' },
  own: { tone: 'danger', text: '只有本人' },
  twice: { tone: 'warn', text: '一人两席' },
  away: { tone: 'warn', text: '无人在岗' },
};

const unitsOf = ({ units: { count, some } }: Line): string =>
  count > some.length ? `${some.join('、')}等 ${count} 个` : some.join('、');

/** How many of the lines would stop a case, which is what one must know first. */
const standing = (lines: readonly Line[]): string => {
  const stops = lines.filter(({ kind }) => kind !== 'twice').length;
  return stops === 0
    ? '没有会让办件停下来的，但有人会在同一办件上签两次。'
    : `其中 ${stops} 处会让办件停下来。`;
};

/** Where a case would stand still or be signed twice by one person, before it happens, and what to do about it. */
export const SeatsPage = () => (
  <div className="admin-page">
    <PageHeader
      title="席位预警"
      intro="逐个事项、逐个申报单位推演每一环节由谁办理，不等办件卡住才发现。任何环节都不会因无人办理而自动通过。"
    />
    <Async query={useRead('seatsAhead', {}, { staleTime: 0 })}>
      {({ lines, today, until }) =>
        lines.length === 0 ? (
          <Empty
            icon="check-circle"
            title="各环节均有人可办"
            text={`已看到 ${until}，含已登记的外出和到期账户。`}
          />
        ) : (
          <div className="stack">
            <p>
              共 {lines.length} 处，看到 {dayText(until)}。{standing(lines)}
            </p>
            <DataTable
              label="席位预警"
              rows={lines}
              keyOf={(line, i) => `${line.service} ${line.message} ${i}`}
              columns={[
                {
                  key: 'kind',
                  label: '状况',
                  tight: true,
                  cell: ({ kind }) => <Badge tone={KINDS[kind].tone}>{KINDS[kind].text}</Badge>,
                },
                {
                  key: 'from',
                  label: '何时起',
                  tight: true,
                  cell: ({ from }) => (from === today ? '现在' : dayText(from)),
                },
                { key: 'service', label: '事项', cell: ({ service }) => service },
                {
                  key: 'what',
                  label: '环节和原因',
                  cell: ({ message, steps }) => (
                    <>
                      {message}
                      {steps.length > 1 ? (
                        <span className="soft">同样的环节：{steps.slice(1).join('、')}</span>
                      ) : null}
                    </>
                  ),
                },
                { key: 'units', label: '涉及的申报单位', cell: unitsOf },
                { key: 'todo', label: '怎么办', cell: ({ todo }) => todo },
              ]}
            />
          </div>
        )
      }
    </Async>
  </div>
);
