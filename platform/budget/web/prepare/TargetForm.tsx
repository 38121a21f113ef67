import {
  type Indicator,
  indicatorOf,
  type Offer,
  parseTarget,
  targetText,
  targetWords,
} from '@zhitongche/budget';
import { useState } from 'react';
import { Badge, Button, SelectField, TextField } from '@zhitongche/ui';

const OPERATORS = ['≥', '≤', '=', '>', '<', 'qualitative'].map(
  (own) => [own, own === 'qualitative' ? '定性' : own] as const,
);
const SCOPES = (['年度', '实施期'] as const).map((own) => [own, own] as const);

/** Asks value, scope and basis of an indicator picked from the library, and says how the target is understood. */
export const TargetForm = ({
  offer,
  year,
  onBack,
  onAdd,
}: {
  readonly offer: Offer;
  readonly year: string | null;
  readonly onBack: () => void;
  readonly onAdd: (indicator: Indicator) => void;
}) => {
  const [operator, setOperator] = useState<string>(offer.operator);
  const [value, setValue] = useState('');
  const [unit, setUnit] = useState(offer.unit);
  const [scope, setScope] = useState<'年度' | '实施期'>('年度');
  const [basis, setBasis] = useState(offer.basis);
  const [description, setDescription] = useState('');
  const raw = targetText(operator, value, unit);
  const understood = value.trim() === '' ? null : parseTarget(raw, { year, level2: offer.level2 });
  const qualitative = operator === 'qualitative';
  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        if (value.trim() !== '') onAdd(indicatorOf(offer, { scope, raw, description, basis }, year));
      }}
    >
      <p>
        <b>{offer.name}</b> <Badge>{offer.level1}</Badge> <Badge>{offer.level2}</Badge>
      </p>
      <p className="soft">
        公开文本中的指标值：{offer.examples.slice(0, 4).join('、') || '—'}（{offer.departments.join('、')}）
      </p>
      <div className="picker-target">
        <SelectField
          id="target-operator"
          label="比较"
          required
          options={OPERATORS}
          value={operator}
          onChange={setOperator}
        />
        <TextField
          id="target-value"
          label={qualitative ? '目标（文字或完成时间）' : '数值'}
          required
          inputMode={qualitative ? 'text' : 'decimal'}
          maxLength={100}
          value={value}
          onChange={setValue}
        />
        {qualitative ? null : (
          <TextField id="target-unit" label="单位" required maxLength={20} value={unit} onChange={setUnit} />
        )}
        <SelectField
          id="target-scope"
          label="期限"
          required
          options={SCOPES}
          value={scope}
          onChange={(own) => setScope(own === '实施期' ? '实施期' : '年度')}
        />
      </div>
      <TextField
        id="target-description"
        label="指标解释"
        maxLength={300}
        value={description}
        onChange={setDescription}
      />
      <TextField id="target-basis" label="指标值确定依据" maxLength={300} value={basis} onChange={setBasis} />
      <p aria-live="polite" className="soft">
        {understood === null
          ? '写下数值后，这里会说明怎样理解。'
          : `写作“${raw}”，理解为 ${targetWords(understood)}`}
      </p>
      <div className="row">
        <Button onPress={onBack}>另选指标</Button>
        <Button type="submit" variant="primary" isDisabled={value.trim() === ''}>
          添加
        </Button>
      </div>
    </form>
  );
};
