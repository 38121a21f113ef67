import { type Reply, useRead, useWrite } from '@zhitongche/contract/web';
import { Button, dayText, Notice, SelectField, sentenceOf, TextField } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';

/** The rating devices of the windows: each set up by a code shown once, heard of by the day. */
export const Windows = ({
  surveys,
  opens,
}: {
  readonly surveys: Reply<'surveys'>['surveys'];
  readonly opens: boolean;
}) => {
  const kiosks = useRead('kiosks', {});
  const end = useWrite('endKiosk', ['kiosks']);
  return (
    <section className="card stack" aria-labelledby="windows">
      <h2 id="windows">窗口评价器</h2>
      <p className="soft">
        在窗口的平板上打开本系统地址后加 <code lang="en">/kiosk</code>{' '}
        的页面，输入启用码。断网照常评价，联网后自动送出，每条只计一次。
      </p>
      {(kiosks.data ?? []).length > 0 ? (
        <ul className="voices-list">
          {kiosks.data?.map((one) => (
            <li key={one.id} className="voices-window">
              <strong>{one.window}</strong>
              <span className="voices-soft">
                {one.survey}，
                {one.waiting ? '等待启用' : one.heardOn ? `${dayText(one.heardOn)}有评价送到` : '已启用'}
              </span>
              {opens ? (
                <Button
                  size="small"
                  variant="quiet"
                  isDisabled={end.isPending}
                  onPress={() => end.mutate({ params: { id: one.id } })}
                >
                  停用
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {opens ? <NewWindow surveys={surveys} /> : null}
    </section>
  );
};

const NewWindow = ({ surveys }: { readonly surveys: Reply<'surveys'>['surveys'] }) => {
  const usable = surveys.filter(({ questionnaire }) => questionnaire === 'window');
  const [window, setWindow] = useState('');
  const [survey, setSurvey] = useState('');
  const add = useWrite('addKiosk', ['kiosks']);
  const chosen = usable.find(({ id }) => id === survey) ?? usable[0];
  if (!chosen) return <p className="soft">先打开一期“窗口办事人”的调查，再启用评价器。</p>;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (window.trim() !== '') add.mutate({ body: { window: window.trim(), survey: chosen.id } });
  };
  return (
    <form className="stack" onSubmit={submit}>
      {add.isError ? (
        <Notice tone="danger" title="没有启用">
          {sentenceOf(add.error)}
        </Notice>
      ) : null}
      {add.data ? (
        <Notice tone="ok" title={`启用码 ${add.data.code}`}>
          {`请在${add.data.minutes}分钟内在这个窗口的评价器上输入，只能用一次，离开本页就不再显示。`}
        </Notice>
      ) : null}
      <div className="voices-form">
        <TextField
          id="kiosk-window"
          required
          label="窗口"
          help="显示在评价器上，如：省政务大厅3号窗口"
          maxLength={40}
          value={window}
          onChange={setWindow}
        />
        <SelectField
          id="kiosk-survey"
          required
          label="计入哪一期"
          value={chosen.id}
          options={usable.map(({ id, title }) => [id, title] as const)}
          onChange={setSurvey}
        />
      </div>
      <div>
        <Button type="submit" pending={add.isPending} isDisabled={window.trim() === ''}>
          取启用码
        </Button>
      </div>
    </form>
  );
};
