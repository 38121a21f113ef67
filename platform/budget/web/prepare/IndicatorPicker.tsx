import {
  type Indicator,
  parseTarget,
  indicatorOf,
  indicatorOffers,
  type Offer,
  searchOffers,
  targetText,
  targetWords,
  threeBranchTree,
} from '@zhitongche/budget';
import { useDeferredValue, useMemo, useState } from 'react';
import { pinyinInitials } from '@zhitongche/form/web';
import { Badge, Button, Dialog, Empty, Field } from '@zhitongche/ui';

const LEVELS = threeBranchTree.branches.flatMap(({ level2 }) => level2);
const OPERATORS = ['≥', '≤', '=', '>', '<', 'qualitative'] as const;
/** Offers shown before one has to search more closely. */
const MOST = 40;

/** Picks an indicator from what offices have published, then asks value, scope and basis; everything else is filled in. */
export const IndicatorPicker = ({
  project,
  year,
  onAdd,
  onClose,
}: {
  readonly project: string;
  readonly year: string | null;
  readonly onAdd: (indicator: Indicator) => void;
  readonly onClose: () => void;
}) => {
  const offers = useMemo(() => indicatorOffers(), []);
  const [words, setWords] = useState('');
  const [level, setLevel] = useState('');
  const [chosen, setChosen] = useState<Offer | null>(null);
  const asked = useDeferredValue(words);
  const found = useMemo(() => searchOffers(offers, asked, level, initialsOf), [offers, asked, level]);
  return (
    <Dialog open size="wide" title={`从指标库添加：${project}`} onClose={onClose}>
      {chosen === null ? (
        <div className="stack">
          <div className="picker-ask">
            <Field id="picker-words" label="按指标名称、项目或拼音首字母找" required>
              {(aria) => (
                <input
                  {...aria}
                  className="input"
                  value={words}
                  maxLength={60}
                  onChange={(e) => setWords(e.target.value)}
                />
              )}
            </Field>
            <Field id="picker-level" label="二级指标" required>
              {(aria) => (
                <select {...aria} className="input" value={level} onChange={(e) => setLevel(e.target.value)}>
                  <option value="">全部</option>
                  {LEVELS.map((own) => (
                    <option key={own}>{own}</option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <p className="soft" aria-live="polite">
            {found.length}个指标，来自三个外办公开的400条；先列用得多的。
          </p>
          {found.length === 0 ? (
            <Empty icon="search" title="没有这样的指标" text="换个词，或直接在表格里填写。" />
          ) : (
            <ul className="picker-list">
              {found.slice(0, MOST).map((offer) => (
                <li key={`${offer.level2} ${offer.name}`}>
                  <button type="button" className="picker-offer" onClick={() => setChosen(offer)}>
                    <span className="grow">
                      <b>{offer.name}</b>{' '}
                      <span className="soft">如 {offer.examples.slice(0, 2).join('、') || '—'}</span>
                    </span>
                    {offer.counted ? <Badge tone="ok">平台可统计</Badge> : null}
                    <Badge>{offer.level2}</Badge>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : (
        <TargetForm
          offer={chosen}
          year={year}
          onBack={() => setChosen(null)}
          onAdd={(indicator) => {
            onAdd(indicator);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
};

const known = new Map<string, string>();
const initialsOf = (name: string): string => {
  const kept = known.get(name) ?? pinyinInitials(name);
  known.set(name, kept);
  return kept;
};

const TargetForm = ({
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
        <Field id="target-operator" label="比较" required>
          {(aria) => (
            <select
              {...aria}
              className="input"
              value={operator}
              onChange={(e) => setOperator(e.target.value)}
            >
              {OPERATORS.map((own) => (
                <option key={own} value={own}>
                  {own === 'qualitative' ? '定性' : own}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="target-value" label={qualitative ? '目标（文字或完成时间）' : '数值'} required>
          {(aria) => (
            <input
              {...aria}
              className="input"
              inputMode={qualitative ? 'text' : 'decimal'}
              maxLength={100}
              value={value}
              onChange={(e) => setValue(e.target.value)}
            />
          )}
        </Field>
        {qualitative ? null : (
          <Field id="target-unit" label="单位" required>
            {(aria) => (
              <input
                {...aria}
                className="input"
                maxLength={20}
                value={unit}
                onChange={(e) => setUnit(e.target.value)}
              />
            )}
          </Field>
        )}
        <Field id="target-scope" label="期限" required>
          {(aria) => (
            <select
              {...aria}
              className="input"
              value={scope}
              onChange={(e) => setScope(e.target.value === '实施期' ? '实施期' : '年度')}
            >
              <option>年度</option>
              <option>实施期</option>
            </select>
          )}
        </Field>
      </div>
      <Field id="target-description" label="指标解释">
        {(aria) => (
          <input
            {...aria}
            className="input"
            maxLength={300}
            value={description}
            onChange={(e) => setDescription(e.target.value)}
          />
        )}
      </Field>
      <Field id="target-basis" label="指标值确定依据">
        {(aria) => (
          <input
            {...aria}
            className="input"
            maxLength={300}
            value={basis}
            onChange={(e) => setBasis(e.target.value)}
          />
        )}
      </Field>
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
