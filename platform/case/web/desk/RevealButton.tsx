import { useId, useState } from 'react';
import { useWrite } from '@zhitongche/contract/web';
import { Button, Check, ConfirmSheet, Field } from '@zhitongche/ui';
import type { Revealed } from './revealed.ts';

/** Purposes people have; the record keeps what was chosen or written. */
const PURPOSES = ['核对身份信息', '核对证照', '联系申报人', '出证制证'] as const;

/** Shows hidden personal values after asking what for; the purpose goes on the record first. */
export const RevealButton = ({
  id,
  fields,
  onRevealed,
}: {
  readonly id: string;
  readonly fields: readonly { readonly path: string; readonly label: string }[];
  readonly onRevealed: (values: Revealed) => void;
}) => {
  const input = useId();
  const [open, setOpen] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const reveal = useWrite('reveal');
  const show = (): void =>
    reveal.mutate(
      { params: { case: id }, body: { fields: [...picked], purpose: purpose.trim() } },
      {
        onSuccess: ({ values }) => {
          setOpen(false);
          onRevealed(values);
        },
      },
    );
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        icon="eye-off"
        onPress={() => {
          setPicked(fields.map((f) => f.path));
          setOpen(true);
        }}
      >
        {fields.length} 项个人信息已隐藏
      </Button>
      <ConfirmSheet
        open={open}
        title="查看隐藏的个人信息"
        verb="查看"
        pending={reveal.isPending}
        error={reveal.error}
        ready={purpose.trim().length >= 2 && picked.length > 0}
        onConfirm={show}
        onClose={() => setOpen(false)}
      >
        <p className="soft">查看会记入办件过程，写明谁、何时、为何查看。</p>
        <fieldset>
          <legend className="field-label">要查看哪些</legend>
          {fields.map((f) => (
            <Check
              key={f.path}
              checked={picked.includes(f.path)}
              onChange={(on) => setPicked(on ? [...picked, f.path] : picked.filter((p) => p !== f.path))}
            >
              {f.label}
            </Check>
          ))}
        </fieldset>
        <Field id={input} label="查看目的" required>
          {(aria) => (
            <>
              <input
                {...aria}
                className="input"
                maxLength={200}
                value={purpose}
                onChange={(e) => setPurpose(e.target.value)}
              />
              <span className="opinion-phrases">
                {PURPOSES.map((p) => (
                  <button key={p} type="button" className="opinion-phrase" onClick={() => setPurpose(p)}>
                    {p}
                  </button>
                ))}
              </span>
            </>
          )}
        </Field>
      </ConfirmSheet>
    </>
  );
};
