import { CHANNELS, MESSAGE_STATES, type MessageState } from '@zhitongche/channel';
import type { Reply } from '@zhitongche/contract/web';
import { Badge, Button, DataTable, instantShort, type Tone } from '@zhitongche/ui';

type Row = Reply<'messages'>['items'][number];

const TONES: Readonly<Record<MessageState, Tone>> = {
  queued: 'info',
  'handed-over': 'ok',
  refused: 'danger',
  stuck: 'danger',
  expired: 'idle',
};

/** What whoever would not take it said, or whoever took it answered. */
const said = (row: Row): string => {
  if (row.state === 'handed-over') return row.proof;
  if (row.state === 'queued')
    return row.tries === 0
      ? row.problem
      : `${row.problem}；${row.nextAt === null ? '' : `${instantShort(row.nextAt)} 再试`}`;
  return row.problem;
};

/** Messages line by line; `onAct` where the reader may send them again or give them up. */
export const MessageTable = ({
  rows,
  onAct,
}: {
  readonly rows: readonly Row[];
  readonly onAct?: (id: string, act: 'retry' | 'give-up') => void;
}) => (
  <DataTable
    label="外发消息"
    rows={rows}
    keyOf={(row) => row.id}
    columns={[
      { key: 'due', label: '应发', tight: true, cell: (row) => instantShort(row.dueAt) },
      { key: 'channel', label: '渠道', tight: true, cell: (row) => CHANNELS[row.channel] },
      { key: 'subject', label: '主题', cell: (row) => row.subject },
      { key: 'address', label: '地址', tight: true, cell: (row) => row.address },
      {
        key: 'state',
        label: '状态',
        tight: true,
        cell: (row) => <Badge tone={TONES[row.state]}>{MESSAGE_STATES[row.state]}</Badge>,
      },
      { key: 'tries', label: '已试', figure: true, tight: true, cell: (row) => `${row.tries} 次` },
      { key: 'said', label: '对方的答复或原因', cell: (row) => said(row) || '—' },
      ...(onAct
        ? [
            {
              key: 'do',
              label: '操作',
              cell: (row: Row) =>
                row.state === 'stuck' || row.state === 'refused' ? (
                  <span className="admin-acts">
                    <Button size="small" onPress={() => onAct(row.id, 'retry')}>
                      重发
                    </Button>
                    <Button size="small" variant="quiet" onPress={() => onAct(row.id, 'give-up')}>
                      放弃
                    </Button>
                  </span>
                ) : null,
            },
          ]
        : []),
    ]}
  />
);
