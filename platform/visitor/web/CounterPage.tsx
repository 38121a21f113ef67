import { newKey, type Reply, upload, urlOf, useRead, useWrite } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Async, Button, dayOf, FileDrop, PageHeader, SelectField, TextField, toast } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Refused } from './Refused.tsx';
import './visitor.css';

/** What the counter does for the public: real names, enterprises, and filing for whoever stands there. */
export const CounterPage = () => {
  const me = useMe();
  const window = me.grants.some(({ role }) => role === 'window');
  return (
    <>
      <PageHeader title="公众窗口" />
      <div className="stack stack-wide">
        <RealName />
        <Enterprises />
        {window ? <Intakes /> : null}
      </div>
    </>
  );
};

const KINDS = [
  ['citizen-id', '居民身份证'],
  ['passport', '护照'],
  ['permit', '居留证件或通行证'],
] as const;

/** Finds an account by the code its owner shows and registers the real name in the document. */
const RealName = () => {
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [document, setDocument] = useState('');
  const [documentKind, setKind] = useState<string>('citizen-id');
  const find = useWrite('counterVisitor');
  const raise = useWrite('counterRaise');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!find.data) {
      find.mutate({ body: { code } }, { onSuccess: (found) => setName(found.name) });
      return;
    }
    const kind = KINDS.find(([key]) => key === documentKind)?.[0] ?? 'citizen-id';
    raise.mutate(
      { body: { code, name, document, documentKind: kind }, options: { key: newKey() } },
      {
        onSuccess: (done) => {
          toast(`${done.name}已实名${done.merged ? '，原有账户已并入' : ''}`, 'ok');
          find.reset();
          setCode('');
          setDocument('');
        },
      },
    );
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <h2>登记实名</h2>
      <p className="soft">请当事人打开“我的账户”取窗口码，核对本人和证件原件后登记。</p>
      <Refused error={find.error ?? raise.error} />
      <TextField id="counter-code" label="窗口码" required value={code} onChange={setCode} />
      {find.data ? (
        <>
          <TextField id="counter-name" label="证件上的姓名" required value={name} onChange={setName} />
          <SelectField
            id="counter-kind"
            label="证件种类"
            value={documentKind}
            onChange={setKind}
            options={KINDS}
          />
          <TextField
            id="counter-document"
            label="证件号码"
            required
            value={document}
            onChange={setDocument}
          />
        </>
      ) : null}
      <p>
        <Button type="submit" variant="primary" pending={find.isPending || raise.isPending}>
          {find.data ? '证件与本人相符，登记' : '查找账户'}
        </Button>
      </p>
    </form>
  );
};

/** Enterprises that wait for a word. */
const Enterprises = () => {
  const asked = useRead('counterEnterprises', {});
  const settle = useWrite('counterSettle', ['counterEnterprises']);
  const [reason, setReason] = useState('');
  return (
    <section className="card stack">
      <h2>待确认的企业</h2>
      <Refused error={settle.error} />
      <Async query={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">没有待确认的企业登记。</p>
          ) : (
            <>
              <ul className="visit-list">
                {rows.map((row) => (
                  <li key={row.id} className="visit-line">
                    <span>
                      <strong>{row.name}</strong>，{row.uscc}，首位经办人 {row.by}，至 {row.until}
                    </span>
                    <span className="row">
                      <Button
                        onPress={() =>
                          settle.mutate({ params: { id: row.id }, body: { agree: false, reason } })
                        }
                      >
                        退回
                      </Button>
                      <Button
                        variant="primary"
                        onPress={() =>
                          settle.mutate({ params: { id: row.id }, body: { agree: true, reason: '' } })
                        }
                      >
                        确认
                      </Button>
                    </span>
                  </li>
                ))}
              </ul>
              <TextField id="settle-reason" label="退回的理由" value={reason} onChange={setReason} />
            </>
          )
        }
      </Async>
    </section>
  );
};

const ACTS_AS = [
  ['citizen', '个人'],
  ['foreigner', '外国人或港澳台居民'],
  ['enterprise', '企业'],
] as const;

/** Files for somebody at the window: who it is, the signed form, then the form typed in at the public door. */
const Intakes = () => {
  const client = useQueryClient();
  const intakes = useRead('counterIntakes', {});
  const take = useWrite('counterIntake', ['counterIntakes']);
  const fill = useWrite('counterFill');
  const [said, setSaid] = useState({ name: '', kind: 'citizen', document: '', phone: '' });
  const [failed, setFailed] = useState<unknown>();
  const put = (part: Partial<typeof said>): void => setSaid({ ...said, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const kind = ACTS_AS.find(([key]) => key === said.kind)?.[0] ?? 'citizen';
    take.mutate(
      { body: { ...said, kind }, options: { key: newKey() } },
      { onSuccess: () => setSaid({ name: '', kind: 'citizen', document: '', phone: '' }) },
    );
  };
  const scan = (id: string, file: File): void => {
    upload('counterUpload', { params: { id } }, file)
      .then(() => client.invalidateQueries({ queryKey: ['counterIntakes'] }))
      .catch(setFailed);
  };
  const fillIn = (id: string): void =>
    fill.mutate({ params: { id } }, { onSuccess: () => location.assign('/visit/hall') });
  return (
    <section className="card stack">
      <h2>代办</h2>
      <p className="soft">
        当事人填好并签字的申请表先扫描上传，再代为填写；填写在公众门进行，不带您的工作权限。
      </p>
      <Refused error={take.error ?? fill.error ?? failed} />
      <form className="stack" onSubmit={submit}>
        <TextField
          id="intake-name"
          label="当事人姓名或企业名称"
          required
          value={said.name}
          onChange={(name) => put({ name })}
        />
        <SelectField
          id="intake-kind"
          label="身份"
          value={said.kind}
          onChange={(kind) => put({ kind })}
          options={ACTS_AS}
        />
        <TextField
          id="intake-document"
          label="证件号码或信用代码"
          required
          value={said.document}
          onChange={(document) => put({ document })}
        />
        <TextField
          id="intake-phone"
          label="手机号"
          required
          inputMode="tel"
          value={said.phone}
          onChange={(phone) => put({ phone })}
        />
        <p>
          <Button type="submit" pending={take.isPending}>
            登记当事人
          </Button>
        </p>
      </form>
      <Async query={intakes}>
        {(rows) => (
          <ul className="visit-list">
            {rows.map((row) => (
              <IntakeLine
                key={row.id}
                row={row}
                onScan={(file) => scan(row.id, file)}
                onFill={() => fillIn(row.id)}
              />
            ))}
          </ul>
        )}
      </Async>
    </section>
  );
};

/** One person an officer files for: the scan first, then the form. */
const IntakeLine = ({
  row,
  onScan,
  onFill,
}: {
  readonly row: Reply<'counterIntakes'>[number];
  readonly onScan: (file: File) => void;
  readonly onFill: () => void;
}) => (
  <li className="visit-line">
    <span>
      {row.name}，{dayOf(row.at)}
      {row.claimed ? '，本人已认领' : ''}
    </span>
    {row.scan ? (
      <span className="row">
        <a href={urlOf('counterScan', { params: { id: row.id } })}>签字的申请表</a>
        {row.claimed ? null : <Button onPress={onFill}>代为填写</Button>}
      </span>
    ) : (
      <FileDrop label="上传签字的申请表" accept=".pdf,.jpg,.jpeg,.png" onFile={onScan} />
    )}
  </li>
);
