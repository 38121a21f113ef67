import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { problemsOfError, Button, Field, ProblemSummary } from '@zhitongche/ui';
import { meQuery, useWrite, signedIn } from '@zhitongche/contract/web';
import { PasswordInput } from './PasswordInput.tsx';

/** Changes my password; the rules it must satisfy come back all at once. */
export const PasswordForm = ({ onDone }: { readonly onDone: () => void }) => {
  const client = useQueryClient();
  const change = useWrite('changePassword');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tries, setTries] = useState(0);
  const differ = again !== '' && next !== again;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    change.mutate(
      { body: { current, next } },
      {
        onSuccess: (me) => {
          signedIn(me);
          client.setQueryData(meQuery.queryKey, me);
          onDone();
        },
      },
    );
  };
  return (
    <form className="stack" onSubmit={submit}>
      {change.isError ? (
        <ProblemSummary
          key={tries}
          title="密码没有修改"
          lines={problemsOfError(change.error).map((problem) => ({ problem, label: '' }))}
        />
      ) : null}
      <Field id="current-password" label="现在的密码" required>
        {(aria) => (
          <PasswordInput aria={aria} autoComplete="current-password" value={current} onChange={setCurrent} />
        )}
      </Field>
      <Field
        id="new-password"
        label="新密码"
        required
        help="至少 10 位，含大写字母、小写字母、数字、符号中的三类；具体要求以本办设定为准"
      >
        {(aria) => <PasswordInput aria={aria} autoComplete="new-password" value={next} onChange={setNext} />}
      </Field>
      <Field
        id="new-password-again"
        label="再输一遍新密码"
        required
        problems={
          differ
            ? [
                {
                  code: 'password.differ',
                  level: 'block',
                  at: [],
                  message: '两次输入的新密码不一样',
                  en: 'The two passwords differ',
                },
              ]
            : []
        }
      >
        {(aria) => (
          <PasswordInput aria={aria} autoComplete="new-password" value={again} onChange={setAgain} />
        )}
      </Field>
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={change.isPending}
          isDisabled={current === '' || next === '' || next !== again}
        >
          修改密码
        </Button>
      </div>
    </form>
  );
};
