import { DateField, TextField, weekdayOf, useToday } from '@zhitongche/ui';
import { EditDialog } from '../edit/EditDialog.tsx';
import { filledIn, OrgField } from '../edit/EditFields.tsx';
import { useSending, useTyped } from '../edit/use-edit.ts';
import type { OrgRow } from '../orgs/org-tree.ts';
import { PolicyValueField } from './PolicyValueField.tsx';
import { type PolicyLine, readValue, rowInForce, typedValue, valueWords } from './policy-words.ts';

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
  const add = useSending('addPolicy', ['allPolicies', 'policies', 'twoPersonRequests']);
  const { typed, at } = useTyped(
    'policy',
    () => ({ value: typedValue(now, line.among), org: '', validFrom: today, validTo: '', source: '' }),
    add,
  );
  const { validFrom, validTo } = typed;
  const value = readValue(line.type, typed.value, line.among);
  const source = typed.source.trim();
  return (
    <EditDialog
      title={`设定：${line.label}`}
      verb="设定"
      sending={add}
      ready={value !== undefined && validFrom !== '' && source.length >= 2}
      beside={['value', 'org', 'validFrom', 'validTo', 'source']}
      onClose={onClose}
      onSend={() => {
        if (value === undefined) return;
        add.send(
          { body: { key: line.key, value, validFrom, source, ...filledIn(typed, 'org', 'validTo') } },
          { said: '已设定', waits: '已提出，等待系统管理员确认', done: onClose },
        );
      }}
    >
      <p className="soft">
        现在是 {valueWords(now, line.unit, line.among)}
        {line.basis === '' ? '' : `；依据：${line.basis}`}
      </p>
      <PolicyValueField line={line} {...at('value')} />
      <OrgField
        {...at('org')}
        label="适用范围"
        required
        first="全省"
        orgs={orgs.filter((o) => o.kind === 'city-office' && o.active)}
      />
      <div className="row">
        <DateField
          {...at('validFrom')}
          label="施行日期"
          required
          help={
            validFrom !== '' && validFrom < today
              ? '早于今天，须由系统管理员确认后才生效。'
              : weekdayOf(validFrom)
          }
        />
        <DateField {...at('validTo')} label="截止日期" help={weekdayOf(validTo)} />
      </div>
      <TextField
        {...at('source')}
        label="来源"
        required
        help="文件名称和文号，会印在依据里。"
        maxLength={200}
      />
    </EditDialog>
  );
};
