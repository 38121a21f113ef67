import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { Button, Check, DateField } from '@zhitongche/ui';
import type { ActInput } from '../act/act-needs.ts';

/** Which strands an act moves, one or many, and the day it happened. */
export const StrandsPicker = ({
  act,
  view,
  input,
  set,
}: {
  readonly act: OpenActShape;
  readonly view: CaseView;
  readonly input: Pick<ActInput, 'strands' | 'on'>;
  readonly set: (change: Partial<Pick<ActInput, 'strands' | 'on'>>) => void;
}) => {
  const { strands: asked } = act;
  const kind = view.strands.find(({ key }) => key === asked?.of);
  if (!asked || !kind) return null;
  const open = kind.list.filter(({ id }) => asked.ids.includes(id));
  const whole = input.strands.length === open.length;
  return (
    <>
      <fieldset className="act-part">
        <legend className="field-label">{kind.label}</legend>
        {open.length > 1 ? (
          <Button
            variant="quiet"
            size="small"
            onPress={() => set({ strands: whole ? [] : open.map(({ id }) => id) })}
          >
            {whole ? '全不选' : `全选 ${open.length} ${kind.one}`}
          </Button>
        ) : null}
        {open.map(({ id, label, words }) => (
          <Check
            key={id}
            checked={input.strands.includes(id)}
            onChange={(on) =>
              set({ strands: on ? [...input.strands, id] : input.strands.filter((one) => one !== id) })
            }
          >
            {label}
            <span className="soft"> {words}</span>
          </Check>
        ))}
      </fieldset>
      {asked.dated ? (
        <DateField id="act-on" label="日期" value={input.on} onChange={(on) => set({ on })} />
      ) : null}
    </>
  );
};
