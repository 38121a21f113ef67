import { Basis, Notice, problemsOfError } from '@zhitongche/ui';

/** Why an act was refused: every reason at once, with what to do and the rule behind it. */
export const RefusalNotice = ({ refusal }: { readonly refusal: unknown }) => (
  <Notice tone="danger" live title="没有办成">
    {problemsOfError(refusal).map((p) => (
      <p key={`${p.code} ${p.at.join('.')} ${p.message}`}>
        {p.message}
        {p.todo ? `${p.todo}。` : ''} {p.basis ? <Basis basis={p.basis} /> : null}
      </p>
    ))}
  </Notice>
);
