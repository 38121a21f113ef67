import {
  type Indicator,
  indicatorOffers,
  type Offer,
  searchOffers,
  threeBranchTree,
} from '@zhitongche/budget';
import { useDeferredValue, useMemo, useState } from 'react';
import { pinyinInitials } from '@zhitongche/form/web';
import { Badge, Dialog, Empty, SelectField, TextField } from '@zhitongche/ui';
import { TargetForm } from './TargetForm.tsx';

const LEVELS = [
  ['', '全部'] as const,
  ...threeBranchTree.branches.flatMap(({ level2 }) => level2).map((own) => [own, own] as const),
];
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
            <TextField
              id="picker-words"
              label="按指标名称、项目或拼音首字母找"
              required
              maxLength={60}
              value={words}
              onChange={setWords}
            />
            <SelectField
              id="picker-level"
              label="二级指标"
              required
              options={LEVELS}
              value={level}
              onChange={setLevel}
            />
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
