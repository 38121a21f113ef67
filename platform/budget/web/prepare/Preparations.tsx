import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  problemsOfError,
  sentenceOf,
  Badge,
  Button,
  DataTable,
  Dialog,
  Field,
  instantShort,
  Notice,
  Radio,
  useToday,
} from '@zhitongche/ui';
import { useRead, useWrite, type Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';

type Row = Reply<'preparations'>[number];

const STATES: Readonly<Record<string, string>> = {
  completed: '已公开',
  cancelled: '已撤销',
  refused: '不予同意',
};

/** Budgets under preparation, and the way to begin one. */
export const Preparations = ({ writer }: { readonly writer: boolean }) => {
  const { data = [] } = useRead('preparations', {});
  const [asking, setAsking] = useState(false);
  if (data.length === 0 && !writer) return null;
  return (
    <section className="card stack" aria-labelledby="preparing">
      <div className="row">
        <h2 id="preparing" className="grow">
          编制预算
        </h2>
        {writer ? (
          <Button variant="primary" icon="plus" onPress={() => setAsking(true)}>
            编制下一年度预算
          </Button>
        ) : null}
      </div>
      {data.length === 0 ? (
        <p className="soft">
          还没有编制中的预算。从上年公开的预算、读入的 Excel 文件或空表开始，两上两下直到公开。
        </p>
      ) : (
        <DataTable label="编制中的预算" rows={data} keyOf={(row) => row.id} columns={COLUMNS} />
      )}
      {asking ? <BeginDialog onClose={() => setAsking(false)} /> : null}
    </section>
  );
};

const COLUMNS: Parameters<typeof DataTable<Row>>[0]['columns'] = [
  {
    key: 'department',
    label: '部门和年度',
    cell: (row) => (
      <Link to="/desk/budget/prepare/$id" params={{ id: row.id }}>
        {row.department} {row.year}年
      </Link>
    ),
  },
  {
    key: 'step',
    label: '环节',
    cell: (row) => (
      <Badge tone={row.status === 'completed' ? 'ok' : 'info'}>{STATES[row.status] ?? row.step ?? ''}</Badge>
    ),
  },
  { key: 'saved', label: '最近保存', cell: (row) => `${row.savedBy} ${instantShort(row.savedAt)}` },
];

const EMPTY = { hebei: '空表：九表版式', shanxi: '空表：十三表版式' } as const;

const BeginDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const navigate = useNavigate();
  const me = useMe();
  const begin = useWrite('beginPreparation', ['preparations']);
  const earlier = useRead('disclosures', {});
  const readings = useRead('budgetReadings', {});
  const today = useToday();
  const [year, setYear] = useState(String(Number(today.slice(0, 4)) + 1));
  const [department, setDepartment] = useState(me.office.name);
  const [code, setCode] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const [figures, setFigures] = useState<'keep' | 'blank'>('keep');
  const choices = [
    ...(earlier.data ?? []).map((row) => ({
      value: `disclosure ${row.id}`,
      label: `${row.department ?? '未写部门'} ${row.year ?? ''}年预算`,
    })),
    ...(readings.data ?? [])
      .filter(({ status }) => status === 'done')
      .map((row) => ({ value: `reading ${row.id}`, label: `读入的文件：${row.name}` })),
    ...Object.entries(EMPTY).map(([layout, label]) => ({ value: `empty ${layout}`, label })),
  ];
  const own = (earlier.data ?? []).find((row) => row.department === department);
  const from = picked ?? (own === undefined ? 'empty hebei' : `disclosure ${own.id}`);
  const send = (): void => {
    const [kind = '', id = ''] = from.split(' ');
    begin.mutate(
      {
        body: {
          year,
          department: department.trim(),
          code: code.trim() === '' ? null : code.trim(),
          figures,
          from:
            kind === 'empty'
              ? { kind, layout: id === 'shanxi' ? 'shanxi' : 'hebei' }
              : kind === 'reading'
                ? { kind, id }
                : { kind: 'disclosure', id },
        },
      },
      {
        onSuccess: ({ id: begun }) =>
          void navigate({ to: '/desk/budget/prepare/$id', params: { id: begun } }),
      },
    );
  };
  const ready = /^20\d\d$/.test(year) && department.trim() !== '';
  return (
    <Dialog
      open
      title="编制下一年度预算"
      onClose={onClose}
      dismissable={false}
      foot={
        <>
          <Button onPress={onClose}>先不编制</Button>
          <Button variant="primary" pending={begin.isPending} isDisabled={!ready} onPress={send}>
            开始编制
          </Button>
        </>
      }
    >
      <div className="stack">
        <Field id="begin-year" label="预算年度" required>
          {(aria) => (
            <input
              {...aria}
              className="input"
              inputMode="numeric"
              maxLength={4}
              value={year}
              onChange={(e) => setYear(e.target.value)}
            />
          )}
        </Field>
        <Field id="begin-department" label="部门名称" required>
          {(aria) => (
            <input
              {...aria}
              className="input"
              maxLength={60}
              value={department}
              onChange={(e) => setDepartment(e.target.value)}
            />
          )}
        </Field>
        <Field id="begin-code" label="部门编码">
          {(aria) => (
            <input
              {...aria}
              className="input"
              maxLength={20}
              value={code}
              onChange={(e) => setCode(e.target.value)}
            />
          )}
        </Field>
        <Field id="begin-from" label="从哪里开始" required help="上年的预算会一直列在旁边对照">
          {(aria) => (
            <select {...aria} className="input" value={from} onChange={(e) => setPicked(e.target.value)}>
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        {from.startsWith('empty') ? null : (
          <fieldset>
            <legend className="field-label">金额</legend>
            <Radio name="figures" checked={figures === 'keep'} onChoose={() => setFigures('keep')}>
              沿用，逐项调整
            </Radio>
            <Radio name="figures" checked={figures === 'blank'} onChoose={() => setFigures('blank')}>
              清空，只留行和目标
            </Radio>
          </fieldset>
        )}
        {begin.isError ? (
          <Notice tone="danger" live title="没有开始">
            <p>{sentenceOf(begin.error)}</p>
            {problemsOfError(begin.error).map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
};
