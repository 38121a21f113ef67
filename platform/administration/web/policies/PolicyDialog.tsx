import { useState } from 'react';
import { useWrite } from '@zhitongche/contract/web';
import { ConfirmSheet, Field, toast, weekdayOf, useToday } from '@zhitongche/ui';
import type { OrgRow } from '../orgs/org-tree.ts';
import { Refused } from '../Refused.tsx';
import { refusedAt } from '../refused.ts';
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
  const now = rowInForce(line, today);
  const [typed, setTyped] = useState(() => ({
    value: typedValue(now?.value ?? line.default, line.among),
    org: '',
    validFrom: today,
    validTo: '',
    source: '',
  }));
  const add = useWrite('addPolicy', ['allPolicies', 'policies', 'twoPersonRequests']);
  const at = (field: string) => refusedAt(add.error, field);
  const value = readValue(line.type, typed.value, line.among);
  const set = (change: Partial<typeof typed>): void => setTyped({ ...typed, ...change });
  return (
    <ConfirmSheet
      open
      title={`设定：${line.label}`}
      verb="设定"
      pending={add.isPending}
      ready={value !== undefined && typed.validFrom !== '' && typed.source.trim().length >= 2}
      onClose={onClose}
      onConfirm={() => {
        if (value === undefined) return;
        add.mutate(
          {
            body: {
              key: line.key,
              value,
              validFrom: typed.validFrom,
              source: typed.source.trim(),
              ...(typed.org === '' ? {} : { org: typed.org }),
              ...(typed.validTo === '' ? {} : { validTo: typed.validTo }),
            },
          },
          {
            onSuccess: ({ waits }) => {
              toast(waits ? '已提出，等待系统管理员确认' : '已设定');
              onClose();
            },
          },
        );
      }}
    >
      <p className="soft">
        现在是 {valueWords(now?.value ?? line.default, line.unit, line.among)}
        {line.basis === '' ? '' : `；依据：${line.basis}`}
      </p>
      <Field
        id="policy-value"
        label={line.unit === '' ? '新的值' : `新的值（${line.unit}）`}
        required
        problems={at('value')}
        {...(line.type === 'list'
          ? {
              help: `各项之间用顿号、逗号或空格分开。${line.among ? `可选：${Object.values(line.among).join('、')}。` : ''}`,
            }
          : {})}
      >
        {(aria) =>
          line.type === 'yes-no' ? (
            <select
              {...aria}
              className="input"
              value={typed.value}
              onChange={(e) => set({ value: e.target.value })}
            >
              <option value="yes">是</option>
              <option value="no">否</option>
            </select>
          ) : (
            <input
              {...aria}
              className="input"
              inputMode={line.type === 'number' ? 'decimal' : 'text'}
              value={typed.value}
              onChange={(e) => set({ value: e.target.value })}
            />
          )
        }
      </Field>
      <Field id="policy-org" label="适用范围" required problems={at('org')}>
        {(aria) => (
          <select
            {...aria}
            className="input"
            value={typed.org}
            onChange={(e) => set({ org: e.target.value })}
          >
            <option value="">全省</option>
            {orgs
              .filter((o) => o.kind === 'city-office' && o.active)
              .map((o) => (
                <option key={o.id} value={o.id}>
                  {o.name}
                </option>
              ))}
          </select>
        )}
      </Field>
      <div className="row">
        <Field
          id="policy-from"
          label="施行日期"
          required
          help={
            typed.validFrom !== '' && typed.validFrom < today
              ? '早于今天，须由系统管理员确认后才生效。'
              : weekdayOf(typed.validFrom)
          }
          problems={at('validFrom')}
        >
          {(aria) => (
            <input
              {...aria}
              type="date"
              className="input"
              value={typed.validFrom}
              onChange={(e) => set({ validFrom: e.target.value })}
            />
          )}
        </Field>
        <Field id="policy-to" label="截止日期" help={weekdayOf(typed.validTo)} problems={at('validTo')}>
          {(aria) => (
            <input
              {...aria}
              type="date"
              className="input"
              value={typed.validTo}
              onChange={(e) => set({ validTo: e.target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        id="policy-source"
        label="来源"
        required
        help="文件名称和文号，会印在依据里。"
        problems={at('source')}
      >
        {(aria) => (
          <input
            {...aria}
            className="input"
            maxLength={200}
            value={typed.source}
            onChange={(e) => set({ source: e.target.value })}
          />
        )}
      </Field>
      <Refused error={add.error} beside={['value', 'org', 'validFrom', 'validTo', 'source']} />
    </ConfirmSheet>
  );
};
