import { type Reply, urlOf, useWrite } from '@zhitongche/contract/web';
import { LEVELS, type Mark, MARKS } from '@zhitongche/survey';
import { Button, Check, Notice, Radio, sentenceOf } from '@zhitongche/ui';
import { useState } from 'react';

interface Typed {
  readonly mark: Mark;
  readonly reasons: readonly string[];
}

/** Sheets of paper typed in one after another and handed in together; they stay marked as typed in by staff. */
export const EnterSheets = ({ survey }: { readonly survey: Reply<'survey'> }) => {
  const [mark, setMark] = useState<Mark | null>(null);
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [sheets, setSheets] = useState<readonly Typed[]>([]);
  const enter = useWrite('enterSheets', ['survey', 'surveys']);
  const next = (): void => {
    if (mark === null) return;
    setSheets([...sheets, { mark, reasons }]);
    setMark(null);
    setReasons([]);
  };
  const send = (): void => {
    const answers = sheets.map((one) => ({ mark: one.mark, reasons: [...one.reasons] }));
    enter.mutate({ params: { id: survey.id }, body: { answers } }, { onSuccess: () => setSheets([]) });
  };
  return (
    <section className="card">
      <details className="voices-more">
        <summary>纸质问卷</summary>
        <div className="stack">
          <p className="row">
            <a
              href={urlOf('surveyPaper', { params: { id: survey.id, lang: 'zh' } })}
              target="_blank"
              rel="noreferrer"
            >
              打印纸质问卷（中文）
            </a>
            <a
              href={urlOf('surveyPaper', { params: { id: survey.id, lang: 'en' } })}
              target="_blank"
              rel="noreferrer"
            >
              打印纸质问卷（英文）
            </a>
          </p>
          <p className="soft">
            一份一份选，选好记下一份；最后一起交。录入的答卷永远标明，报告里写出所占比例。
          </p>
          {enter.isError ? (
            <Notice tone="danger" title="没有录入">
              {sentenceOf(enter.error)}
            </Notice>
          ) : null}
          {enter.data && sheets.length === 0 ? (
            <Notice tone="ok" title={`已录入 ${enter.data.entered} 份`}>
              与其他答卷一起开启。
            </Notice>
          ) : null}
          <fieldset className="voices-sheet">
            <legend>第 {sheets.length + 1} 份：总体评价</legend>
            {MARKS.map((one) => (
              <Radio key={one} name="sheet-mark" checked={mark === one} onChoose={() => setMark(one)}>
                {LEVELS[one].zh}
              </Radio>
            ))}
          </fieldset>
          {mark !== null && mark <= 2 ? (
            <fieldset className="voices-sheet">
              <legend>原因</legend>
              {survey.sheet.reasons.map(({ key, text }) => (
                <Check
                  key={key}
                  checked={reasons.includes(key)}
                  onChange={(on) =>
                    setReasons(on ? [...reasons, key] : reasons.filter((reason) => reason !== key))
                  }
                >
                  {text.zh}
                </Check>
              ))}
            </fieldset>
          ) : null}
          <div className="row">
            <Button onPress={next} isDisabled={mark === null || sheets.length >= 100}>
              记下这一份
            </Button>
            <Button onPress={send} pending={enter.isPending} isDisabled={sheets.length === 0}>
              {`交 ${sheets.length} 份`}
            </Button>
          </div>
        </div>
      </details>
    </section>
  );
};
