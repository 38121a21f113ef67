import { date, text } from '@zhitongche/form';
import { FormDialog } from '@zhitongche/form/web';
import { useToday } from '@zhitongche/ui';
import { useState } from 'react';
import { type PolicyLine, valueWords } from './policy-words.ts';

/** Confirms the figures of one source together, as they stand here; whoever differs on one sets that one by itself. */
export const ConfirmDialog = ({
  lines,
  source,
  nameOf,
  onClose,
}: {
  readonly lines: readonly PolicyLine[];
  /** Where the figures come from; the words the source begins with. */
  readonly source: string;
  /** What the service of a figure is called. */
  readonly nameOf: (service: string) => string;
  readonly onClose: () => void;
}) => {
  const today = useToday();
  const [start] = useState({ validFrom: today, source });
  return (
    <FormDialog
      title={`一并确认 ${lines.length} 项`}
      verb={`确认 ${lines.length} 项`}
      write="confirmPolicies"
      refresh={['allPolicies', 'policies', 'twoPersonRequests']}
      about={lines.map(({ key }) => key).join()}
      fields={{
        validFrom: date('施行日期', { required: true, min: today, width: 6 }),
        source: text('来源', {
          max: 200,
          required: true,
          pattern: { regex: '.{2,}', hint: '文件名称和文号' },
          help: '本办据以确认的文件或会议，会印在依据里。',
        }),
      }}
      start={start}
      printed
      intro={
        <>
          <p className="soft">按下列数值施行；其中不同意的，先关上，在列表里单独设定。</p>
          <ul className="policy-confirm">
            {lines.map(({ key, label, service, default: value, unit, among }) => (
              <li key={key}>
                <span className="soft">{nameOf(service)}</span> {label}：
                <strong>{valueWords(value, unit, among)}</strong>
              </li>
            ))}
          </ul>
        </>
      }
      input={({ validFrom = '', source: said = '' }) => ({
        body: {
          figures: lines.map(({ key, default: value }) => ({ key, value })),
          validFrom,
          source: said,
        },
      })}
      said={`已确认 ${lines.length} 项`}
      onClose={onClose}
    />
  );
};
