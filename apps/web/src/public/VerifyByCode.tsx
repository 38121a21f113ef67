import { Button, Field } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';

/** Asks for the code printed on a paper. */
export const VerifyByCode = ({
  code,
  onAsk,
}: {
  /** What the address names already. */
  readonly code: string;
  readonly onAsk: (code: string) => void;
}) => {
  const [typed, setTyped] = useState(code);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAsk(typed.trim());
  };
  return (
    <section className="card stack" aria-labelledby="by-code">
      <h2 id="by-code">
        按查验码 <span lang="en">By code</span>
      </h2>
      <form className="stack" onSubmit={submit}>
        <Field
          id="verify-code"
          label={
            <>
              查验码 <span lang="en">Verification code</span>
            </>
          }
          required
          help={
            <>
              印在二维码旁边，也可直接用手机扫二维码。
              <span lang="en" className="verify-en">
                Printed next to the QR code. Scanning the QR code opens this page directly.
              </span>
            </>
          }
        >
          {(aria) => (
            <input
              {...aria}
              className="input verify-code"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={64}
              value={typed}
              onChange={(e) => setTyped(e.target.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" variant="primary" isDisabled={typed.trim() === ''}>
            核验 <span lang="en">Verify</span>
          </Button>
        </div>
      </form>
    </section>
  );
};
