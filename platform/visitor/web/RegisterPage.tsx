import { Link, useSearch } from '@tanstack/react-router';
import { useRead, useWrite } from '@zhitongche/contract/web';
import { Button, Check, SelectField, TextField, useWords } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';
import { CodeStep, DigitsField } from './CodeStep.tsx';
import { PublicCard } from './PublicCard.tsx';
import { Refused } from './Refused.tsx';
import { SecretField } from './SecretField.tsx';
import { useEntered } from './use-entered.ts';

/** Registration: an address, the code that came there, who one is, and what the data is used for. */
export const RegisterPage = () => {
  const { say } = useWords();
  const [code, setCode] = useState<string | null>(null);
  return (
    <PublicCard title={say('注册', 'Create an account')}>
      {code === null ? <CodeStep purpose="register" onSent={setCode} /> : <Details code={code} />}
      <p>
        <Link to="/login">{say('已有账户，去登录', 'I have an account')}</Link>
      </p>
    </PublicCard>
  );
};

const Details = ({ code }: { readonly code: string }) => {
  const { language, say } = useWords();
  const { next } = useSearch({ from: '/register' });
  const entered = useEntered(next);
  const terms = useRead('visitTerms', {});
  const register = useWrite('visitRegister');
  const [digits, setDigits] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState(language === 'zh' ? 'citizen' : 'foreigner');
  const [password, setPassword] = useState('');
  const [agreed, setAgreed] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    register.mutate(
      {
        body: {
          code,
          digits,
          name,
          password,
          language,
          kind: kind === 'foreigner' ? 'foreigner' : 'citizen',
          consent: agreed ? (terms.data?.version ?? '') : '',
        },
      },
      { onSuccess: entered },
    );
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Refused error={register.error} />
      <DigitsField value={digits} onChange={setDigits} />
      <TextField
        id="visit-name"
        label={say('姓名', 'Name as in your document')}
        required
        autoComplete="name"
        maxLength={100}
        value={name}
        onChange={setName}
      />
      <SelectField
        id="visit-kind"
        label={say('我是', 'I am')}
        required
        value={kind}
        onChange={setKind}
        options={[
          ['citizen', say('中国公民', 'a Chinese citizen')],
          ['foreigner', say('外国人或港澳台居民', 'from abroad, Hong Kong, Macao or Taiwan')],
        ]}
      />
      <SecretField
        id="visit-password"
        label={say('设置密码', 'Choose a password')}
        help={say('至少 10 位，含三类字符', 'At least 10 characters of three kinds')}
        isNew
        value={password}
        onChange={setPassword}
      />
      <section className="stack stack-tight" aria-labelledby="purpose-title">
        <h2 id="purpose-title">{say('我们怎样使用您的信息', 'What your data is used for')}</h2>
        <ul>
          {(terms.data?.purposes ?? []).map((one) => (
            <li key={one.what}>{say(`${one.what}：${one.why}`, one.en)}</li>
          ))}
        </ul>
        <p className="soft">{say(terms.data?.rules.zh ?? '', terms.data?.rules.en ?? '')}</p>
      </section>
      <Check checked={agreed} onChange={setAgreed}>
        {say('我已阅读并同意以上用途', 'I have read this and agree')}
      </Check>
      <Button type="submit" variant="primary" size="large" pending={register.isPending}>
        {say('注册并登录', 'Create and sign in')}
      </Button>
    </form>
  );
};
