import { Check, TextField } from '@zhitongche/ui';
import { type Lang, SAID } from '../words.ts';

/** How somebody wants to be reached. */
export interface Reach {
  readonly name: string;
  readonly contact: string;
}

/** Offers whoever is not satisfied to be called, and says what that costs. */
export const CallMe = ({
  lang,
  reach,
  onReach,
}: {
  readonly lang: Lang;
  readonly reach: Reach | undefined;
  readonly onReach: (reach: Reach | undefined) => void;
}) => {
  const said = SAID[lang];
  return (
    <section className="card stack">
      <Check
        checked={reach !== undefined}
        onChange={(on) => onReach(on ? { name: '', contact: '' } : undefined)}
      >
        {said.call} <span className="soft">{said.optional}</span>
      </Check>
      <p className="soft">{said.callText}</p>
      {reach ? (
        <>
          <TextField
            id="rate-name"
            label={`${said.name} (${said.optional})`}
            maxLength={30}
            autoComplete="name"
            value={reach.name}
            onChange={(name) => onReach({ ...reach, name })}
          />
          <TextField
            id="rate-contact"
            label={said.contact}
            required
            maxLength={60}
            value={reach.contact}
            onChange={(contact) => onReach({ ...reach, contact })}
          />
        </>
      ) : null}
    </section>
  );
};
