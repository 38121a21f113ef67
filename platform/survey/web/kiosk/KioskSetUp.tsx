import { Button, Field, Notice, sentenceOf } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';

/** Makes a device that of a window, by the code its officer was given. */
export const KioskSetUp = ({ onCode }: { readonly onCode: (code: string) => Promise<void> }) => {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || code.trim() === '') return;
    setBusy(true);
    setWrong(null);
    try {
      await onCode(code.trim());
    } catch (error) {
      setWrong(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="kiosk-set-up stack" id="main">
      <h1>启用窗口评价器</h1>
      <p className="soft">请窗口负责人在“评价与问卷”里为这个窗口取启用码，十五分钟内在这里输入。</p>
      {wrong ? (
        <Notice tone="danger" title="没有启用">
          {wrong}
        </Notice>
      ) : null}
      <form className="card stack" onSubmit={(event) => void submit(event)}>
        <Field id="kiosk-code" required label="启用码" help="12 个数字和字母">
          {(aria) => (
            <input
              {...aria}
              className="input"
              autoComplete="off"
              maxLength={40}
              value={code}
              onChange={(e) => setCode(e.target.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" variant="primary" pending={busy} isDisabled={code.trim() === ''}>
            启用
          </Button>
        </div>
      </form>
    </main>
  );
};
