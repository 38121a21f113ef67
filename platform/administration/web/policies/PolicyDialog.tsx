import { choice, date, text } from '@zhitongche/form';
import { FormDialog } from '@zhitongche/form/web';
import { useToday } from '@zhitongche/ui';
import { useMemo, useState } from 'react';
import type { OrgRow } from '../orgs/org-tree.ts';
import { answerOf, policyField, valueOf } from './policy-field.ts';
import { type PolicyLine, rowInForce, valueWords } from './policy-words.ts';

const EVERYWHERE = 'everywhere';

/** Sets a figure from a day on, with its source; the rows before stay. */
export const PolicyDialog = ({
  line,
  orgs,
  onClose,
}: {
  readonly line: PolicyLine;
  readonly orgs: readonly OrgRow[];
  readonly onClose: () => void;
}) => {
  const today = useToday();
  const now = rowInForce(line, today)?.value ?? line.default;
  const [start] = useState({ value: answerOf(now, line.among), org: EVERYWHERE, validFrom: today });
  const fields = useMemo(
    () => ({
      value: policyField(line),
      org: choice(
        '适用范围',
        [
          { value: EVERYWHERE, label: '全省' },
          ...orgs
            .filter(({ kind, active }) => kind === 'city-office' && active)
            .map(({ id, name }) => ({ value: id, label: name })),
        ],
        { required: true },
      ),
      validFrom: date('施行日期', { required: true, width: 6 }),
      validTo: date('截止日期', { width: 6 }),
      source: text('来源', {
        max: 200,
        required: true,
        pattern: { regex: '.{2,}', hint: '文件名称和文号' },
        help: '文件名称和文号，会印在依据里。',
      }),
    }),
    [line, orgs],
  );
  return (
    <FormDialog
      title={`设定：${line.label}`}
      verb="设定"
      write="addPolicy"
      refresh={['allPolicies', 'policies', 'twoPersonRequests']}
      about={line.key}
      fields={fields}
      start={start}
      printed
      intro={
        <p className="soft">
          现在是 {valueWords(now, line.unit, line.among)}
          {line.basis === '' ? '' : `；依据：${line.basis}`}
        </p>
      }
      input={({ value, org, validFrom = '', validTo, source = '' }) => ({
        body: {
          key: line.key,
          value: valueOf(line.type, value),
          ...(org === EVERYWHERE || org === undefined ? {} : { org }),
          validFrom,
          ...(validTo === undefined ? {} : { validTo }),
          source,
        },
      })}
      said="已设定"
      waits="已提出，等待系统管理员确认"
      onClose={onClose}
    >
      {({ answers: { validFrom } }) =>
        typeof validFrom === 'string' && validFrom !== '' && validFrom < today ? (
          <p className="soft">施行日期早于今天，须由系统管理员确认后才生效。</p>
        ) : null
      }
    </FormDialog>
  );
};
