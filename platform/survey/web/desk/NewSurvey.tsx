import { useNavigate } from '@tanstack/react-router';
import { addDays } from '@zhitongche/base';
import { type Body, type Reply, useWrite } from '@zhitongche/contract/web';
import { JUDGED } from '@zhitongche/survey';
import { Button, DateField, Notice, SelectField, sentenceOf, TextField, useToday } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';

type Judges = Body<'openSurvey'>['judges'];

/** Opens a survey of something no case tells of: a course, a reception, a visit, a year. */
export const NewSurvey = ({
  questionnaires,
}: {
  readonly questionnaires: Reply<'surveys'>['questionnaires'];
}) => {
  const today = useToday();
  const navigate = useNavigate();
  const [code, setCode] = useState(questionnaires[0]?.code ?? '');
  const [judges, setJudges] = useState<Judges | ''>('');
  const [title, setTitle] = useState('');
  const [closes, setCloses] = useState(addDays(today, 30));
  const open = useWrite('openSurvey', ['surveys']);
  const of = questionnaires.find((one) => one.code === code);
  const choices = (of?.judges ?? []).filter((one) => one !== 'case');
  const chosen = choices.find((one) => one === judges) ?? choices[0];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!chosen || open.isPending) return;
    const body = {
      questionnaire: code,
      judges: chosen,
      title: title.trim(),
      period: today.slice(0, 4),
      closes,
    };
    open.mutate(
      { body },
      { onSuccess: ({ id }) => void navigate({ to: '/desk/surveys/$survey', params: { survey: id } }) },
    );
  };
  return (
    <section className="card">
      <details className="voices-more">
        <summary>打开一期调查</summary>
        <form className="stack" onSubmit={submit}>
          {open.isError ? (
            <Notice tone="danger" title="没有打开">
              {sentenceOf(open.error)}
            </Notice>
          ) : null}
          <div className="voices-form">
            <SelectField
              id="survey-questionnaire"
              required
              label="问卷"
              value={code}
              options={questionnaires
                .filter((one) => one.judges.some((what) => what !== 'case'))
                .map((one) => [one.code, one.name] as const)}
              onChange={setCode}
            />
            <SelectField
              id="survey-judges"
              required
              label="评什么"
              value={chosen ?? ''}
              options={choices.map((one) => [one, JUDGED[one]] as const)}
              onChange={(value) => setJudges(choices.find((one) => one === value) ?? '')}
            />
            <TextField
              id="survey-title"
              required
              label="名称"
              help="答卷的人看得到，如：2026年第三期专办员培训"
              maxLength={80}
              value={title}
              onChange={setTitle}
            />
            <DateField id="survey-closes" required label="截止日期" value={closes} onChange={setCloses} />
          </div>
          <div>
            <Button
              type="submit"
              pending={open.isPending}
              isDisabled={title.trim().length < 2 || closes === '' || !chosen}
            >
              打开调查
            </Button>
          </div>
        </form>
      </details>
    </section>
  );
};
