import type { PolicyDef } from '@zhitongche/office';
import type { Reply } from '@zhitongche/contract/web';
import { Hint, useShared } from '@zhitongche/ui';

const UNITS: Readonly<Record<string, string>> = {
  工作日: 'working days',
  天: 'days',
  小时: 'hours',
  分钟: 'minutes',
};

/** A time limit with the figure in force at this office in its place, and where the figure comes from. */
export const TimeLimit = ({
  text,
  def,
  now,
}: {
  readonly text: string;
  readonly def: PolicyDef | undefined;
  readonly now: Reply<'policies'>[number] | undefined;
}) => {
  const { language } = useShared();
  if (!def) return text;
  const days = (now?.value ?? def.default).toString();
  const figure = `${days}${def.unit === '工作日' ? '个' : ''}${def.unit ?? ''}`;
  if (language === 'en') return text.replace('{}', `${days} ${UNITS[def.unit ?? ''] ?? ''}`.trim());
  return (
    <>
      {text.replace('{}', figure)}{' '}
      <Hint word="来源" label={`${def.label}的来源`}>
        <p>{def.label}</p>
        <p>{now?.source || def.basis?.title}</p>
        {now?.validFrom ? <p className="soft">自 {now.validFrom} 起执行</p> : null}
        {def.unconfirmed && !now?.validFrom ? <p className="soft">这是默认值，待本办确认。</p> : null}
      </Hint>
    </>
  );
};
