import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { call, keyOf, useRead } from '@zhitongche/contract/web';
import type { Answers } from '@zhitongche/form';
import { askedPart, type RegisterKind } from '@zhitongche/register';
import {
  ApiProblem,
  Button,
  codeOf,
  Empty,
  ErrorState,
  lazily,
  messageOf,
  Notice,
  PageHeader,
  problemsOfError,
  Skeleton,
  TextField,
  timeText,
  toast,
} from '@zhitongche/ui';
import { Suspense, useMemo, useState } from 'react';
import { ActRefusal } from './ActRefusal.tsx';
import { useWays } from './kept-ways.ts';
import { KnownRows } from './KnownRows.tsx';
import { kindQuery } from './register-kind.ts';
import { RowForm } from './RowForm.tsx';
import { type Row, useRowAct } from './use-row-act.ts';

const TwoVersions = lazily(() =>
  import('@zhitongche/form/web/versions/TwoVersions.tsx').then((m) => m.TwoVersions),
);

/** Changes what is on record of a row. */
export const EditPage = () => {
  const { register = '', row: id = '' } = useParams({ strict: false });
  const kind = useQuery(kindQuery(register));
  const { data: row, error, refetch } = useRead('keptRow', { params: { register, id } });
  const failed = error ?? kind.error;
  if (failed)
    return <ErrorState error={failed} onRetry={() => void Promise.all([refetch(), kind.refetch()])} />;
  if (row === undefined || !kind.data) return <Skeleton lines={10} />;
  if (!row.keeps)
    return (
      <Empty icon="lock" heading="h1" title="不能修改" text="您可以查看，但不负责维护这一条，或它已注销。" />
    );
  return <Edit key={id} kind={kind.data} row={row} />;
};

const Edit = ({ kind, row }: { readonly kind: RegisterKind; readonly row: Row }) => {
  const ways = useWays();
  const navigate = useNavigate();
  const client = useQueryClient();
  // What is typed builds on the row as it was opened, whatever is read meanwhile.
  const [base, setBase] = useState(row);
  const [answers, setAnswers] = useState<Answers>(() => askedPart(kind, row.answers));
  const [theirs, setTheirs] = useState<Row | null>(null);
  const [reason, setReason] = useState('');
  const [despite, setDespite] = useState('');
  const { take, pending, error, forget } = useRowAct(base);
  const refused = useMemo(() => (error ? problemsOfError(error) : []), [error]);
  const stale = codeOf(error) === 'row.stale-revision';
  const [taken, near] = ['row.taken', 'row.near'].map((one) => refused.some(({ code }) => code === one));
  const params = { register: kind.code, id: row.id };
  const leave = (): void => void navigate({ to: ways.row, params: { register: kind.code, row: row.id } });
  const save = async (): Promise<void> => {
    const done = await take(
      {
        act: 'edit',
        answers,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
        ...(despite.trim() ? { despite: despite.trim() } : {}),
      },
      '已保存',
    );
    if (done) leave();
  };
  const look = async (): Promise<void> => {
    try {
      const latest = await call('keptRow', { params });
      client.setQueryData(keyOf('keptRow', { params }), latest);
      setTheirs(latest);
    } catch (failure) {
      toast(messageOf(failure), 'danger');
    }
  };
  return (
    <div className="stack">
      <PageHeader title={`修改：${row.title}`} />
      <RowForm
        id={row.id}
        kind={kind}
        answers={answers}
        onChange={setAnswers}
        refused={stale ? [] : refused}
        verb="保存"
        pending={pending}
        onSave={() => void save()}
        onCancel={leave}
        before={
          stale ? (
            <Stale error={error} onLook={() => void look()} />
          ) : (
            <>
              <ActRefusal error={error} atFields={(at) => at.length > 0} />
              {taken || near ? (
                <KnownRows
                  kind={kind}
                  answers={answers}
                  taken={taken === true}
                  not={row.id}
                  despite={despite}
                  onDespite={setDespite}
                />
              ) : null}
            </>
          )
        }
        after={
          <section className="card">
            <TextField
              id="edit-reason"
              label="为什么改（留在经过里）"
              maxLength={500}
              value={reason}
              onChange={setReason}
            />
          </section>
        }
      />
      {theirs ? (
        <Both
          kind={kind}
          base={base}
          mine={answers}
          theirs={theirs}
          error={error}
          onClose={() => setTheirs(null)}
          onSettle={(together) => {
            setAnswers(together);
            setBase(theirs);
            setTheirs(null);
            forget();
          }}
        />
      ) : null}
    </div>
  );
};

/** What the form asks of both, side by side. */
const Both = ({
  kind,
  base,
  mine,
  theirs,
  error,
  ...ways
}: {
  readonly kind: RegisterKind;
  readonly base: Row;
  readonly mine: Answers;
  readonly theirs: Row;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSettle: (answers: Answers) => void;
}) => (
  <Suspense fallback={null}>
    <TwoVersions
      form={kind.form}
      base={askedPart(kind, base.answers)}
      mine={mine}
      theirs={askedPart(kind, theirs.answers)}
      by={(error instanceof ApiProblem ? error.doc.conflict?.by : undefined) ?? ''}
      {...ways}
    />
  </Suspense>
);

/** Somebody else was faster: who and when, and the way to see what differs. */
const Stale = ({ error, onLook }: { readonly error: unknown; readonly onLook: () => void }) => {
  const conflict = error instanceof ApiProblem ? error.doc.conflict : undefined;
  return (
    <Notice
      tone="warn"
      live
      title={conflict ? `${conflict.by}于 ${timeText(conflict.at)} 改动了这一条` : '这一条刚被他人改动'}
    >
      <p>还没有保存，您填写的内容都在。</p>
      <div className="row">
        <Button onPress={onLook}>看看有什么不同</Button>
      </div>
    </Notice>
  );
};
