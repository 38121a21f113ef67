import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  problemsOfError,
  sentenceOf,
  Button,
  Dialog,
  Notice,
  Radio,
  SelectField,
  TextField,
  useToday,
} from '@zhitongche/ui';
import { useWrite } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { beginningOf, useBeginnings } from './beginnings.ts';

/** Begins a department's budget of a year: for whom, from what, with which figures. */
export const BeginDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const navigate = useNavigate();
  const me = useMe();
  const begin = useWrite('beginPreparation', ['preparations']);
  const today = useToday();
  const [year, setYear] = useState(String(Number(today.slice(0, 4)) + 1));
  const [department, setDepartment] = useState(me.office.name);
  const [code, setCode] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const [figures, setFigures] = useState<'keep' | 'blank'>('keep');
  const { choices, usual } = useBeginnings(department);
  const from = picked ?? usual;
  const send = (): void => {
    begin.mutate(
      {
        body: {
          year,
          department: department.trim(),
          code: code.trim() === '' ? null : code.trim(),
          figures,
          from: beginningOf(from),
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
        <TextField
          id="begin-year"
          label="预算年度"
          required
          inputMode="numeric"
          maxLength={4}
          value={year}
          onChange={setYear}
        />
        <TextField
          id="begin-department"
          label="部门名称"
          required
          maxLength={60}
          value={department}
          onChange={setDepartment}
        />
        <TextField id="begin-code" label="部门编码" maxLength={20} value={code} onChange={setCode} />
        <SelectField
          id="begin-from"
          label="从哪里开始"
          required
          help="上年的预算会一直列在旁边对照"
          options={choices}
          value={from}
          onChange={setPicked}
        />
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
