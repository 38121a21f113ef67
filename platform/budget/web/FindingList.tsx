import { mustSettle, openFindings, type Finding, type SettledFinding } from '@zhitongche/budget';
import { useState } from 'react';
import { Badge, type Tone, Button, ConfirmSheet, cx, Empty } from '@zhitongche/ui';
import './FindingList.css';

const KINDS: Readonly<Record<Finding['kind'], { readonly word: string; readonly tone: Tone }>> = {
  unread: { word: '未读入', tone: 'danger' },
  doubtful: { word: '存疑', tone: 'warn' },
  missing: { word: '缺少', tone: 'warn' },
  cleaned: { word: '已清理', tone: 'info' },
  ignored: { word: '已略过', tone: 'idle' },
};

type Which = 'open' | 'settled' | 'told';
const WHICH: readonly { readonly key: Which; readonly label: string }[] = [
  { key: 'open', label: '待核对' },
  { key: 'settled', label: '已核对' },
  { key: 'told', label: '仅告知' },
];

/** Spots shown at once; a damaged file may have thousands. */
const AT_ONCE = 100;

/** Every spot of the source a person should look at: what is printed there, what to do, and what was done. */
export const FindingList = ({
  findings,
  settled,
  chosen,
  mine,
  onChoose,
  onOpen,
  onSettle,
}: {
  readonly findings: readonly Finding[];
  readonly settled: readonly SettledFinding[];
  readonly chosen: number | null;
  readonly mine: boolean;
  readonly onChoose: (finding: number) => void;
  /** Opens the sheet a finding belongs to. */
  readonly onOpen: (owner: string) => void;
  readonly onSettle: (findings: readonly number[], how: SettledFinding['how'] | null) => void;
}) => {
  const open = openFindings(findings, settled);
  const [which, setWhich] = useState<Which>(open.length > 0 ? 'open' : 'told');
  const [most, setMost] = useState(AT_ONCE);
  const [asking, setAsking] = useState(false);
  const lists: Readonly<Record<Which, readonly number[]>> = {
    open,
    settled: settled.map(({ finding }) => finding).toSorted((a, b) => a - b),
    told: findings.flatMap((finding, at) => (mustSettle(finding) ? [] : [at])),
  };
  const shown = lists[which].slice(0, most);
  return (
    <div className="stack stack-tight">
      <div className="row row-between">
        <fieldset className="row">
          <legend className="visually-hidden">显示哪些</legend>
          {WHICH.map(({ key, label }) => (
            <Button
              key={key}
              size="small"
              variant={which === key ? 'plain' : 'quiet'}
              aria-pressed={which === key}
              onPress={() => setWhich(key)}
            >
              {label} {lists[key].length}
            </Button>
          ))}
        </fieldset>
        {mine && open.length > 1 ? (
          <Button size="small" onPress={() => setAsking(true)}>
            全部按读入的确认
          </Button>
        ) : null}
      </div>
      {shown.length === 0 ? (
        <Empty
          icon="check-circle"
          title={which === 'open' ? '都核对过了' : '没有'}
          {...(which === 'open' ? { text: '看过“勾稽”一栏后即可保存或公开。' } : {})}
        />
      ) : (
        <ol className="finding-list">
          {shown.map((at) => {
            const finding = findings[at];
            return finding === undefined ? null : (
              <FindingCard
                key={at}
                finding={finding}
                how={settled.find((own) => own.finding === at)?.how ?? null}
                chosen={chosen === at}
                mine={mine}
                onChoose={() => onChoose(at)}
                onOpen={onOpen}
                onSettle={(how) => onSettle([at], how)}
              />
            );
          })}
        </ol>
      )}
      {lists[which].length > shown.length ? (
        <p>
          <Button size="small" onPress={() => setMost(most + AT_ONCE)}>
            再显示一些
          </Button>
        </p>
      ) : null}
      <ConfirmSheet
        open={asking}
        title={`把${open.length}处都按读入的确认`}
        verb="确认"
        onConfirm={() => {
          onSettle(open, 'as-read');
          setAsking(false);
        }}
        onClose={() => setAsking(false)}
      >
        <p>确认后，没有读入的地方保持空白，涉及的勾稽列为“无法核对”；公开时会一并列出这些地方。</p>
      </ConfirmSheet>
    </div>
  );
};

const FindingCard = ({
  finding,
  how,
  chosen,
  mine,
  onChoose,
  onOpen,
  onSettle,
}: {
  readonly finding: Finding;
  readonly how: SettledFinding['how'] | null;
  readonly chosen: boolean;
  readonly mine: boolean;
  readonly onChoose: () => void;
  readonly onOpen: (owner: string) => void;
  readonly onSettle: (how: SettledFinding['how'] | null) => void;
}) => {
  const { kind, at, subject, raw, message, advice, owner } = finding;
  return (
    <li className={cx('finding', chosen && 'finding-chosen')}>
      <button type="button" className="finding-head" aria-pressed={chosen} onClick={onChoose}>
        <Badge tone={KINDS[kind].tone}>{KINDS[kind].word}</Badge>
        <span className="grow">
          <b>{at}</b> {subject}
        </span>
      </button>
      {raw === '' ? null : <p className="finding-raw">{raw}</p>}
      <p>
        {message}
        {how === null ? <span className="soft">{advice}</span> : null}
      </p>
      <div className="row">
        {owner === null ? null : (
          <Button size="small" variant="quiet" icon="table" onPress={() => onOpen(owner)}>
            看表格
          </Button>
        )}
        {!mine || !mustSettle(finding) ? null : how === null ? (
          <>
            <Button size="small" icon="edit" onPress={() => onSettle('corrected')}>
              已照原文补正
            </Button>
            <Button size="small" icon="check" onPress={() => onSettle('as-read')}>
              读入的不用改
            </Button>
          </>
        ) : (
          <>
            <span className="soft">{how === 'corrected' ? '已照原文补正' : '读入的不用改'}</span>
            <Button size="small" variant="quiet" icon="undo" onPress={() => onSettle(null)}>
              重新核对
            </Button>
          </>
        )}
      </div>
    </li>
  );
};
