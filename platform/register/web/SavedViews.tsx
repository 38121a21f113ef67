import { useState } from 'react';
import { useMe } from '@zhitongche/shell/web';
import { Button, Icon, IconButton, TextField } from '@zhitongche/ui';
import { type KeptSearch, isNarrowed } from './kept-search.ts';
import { loadViews, storeViews, withView } from './saved-views.ts';
import './SavedViews.css';

/** Views of a register somebody has saved, and the way to save the present one. */
export const SavedViews = ({
  register,
  search,
  onSearch,
}: {
  readonly register: string;
  readonly search: KeptSearch;
  readonly onSearch: (search: KeptSearch) => void;
}) => {
  const me = useMe();
  const [views, setViews] = useState(() => loadViews(me.id, register));
  const [name, setName] = useState<string | null>(null);
  const keep = (next: typeof views): void => {
    setViews(next);
    storeViews(me.id, register, next);
  };
  const save = (): void => {
    const called = name?.trim() ?? '';
    if (called !== '') keep(withView(views, called, search));
    setName(null);
  };
  return (
    <div className="saved-views">
      <h2>常用视图</h2>
      {views.map((view) => (
        <div key={view.name} className="saved-view">
          <button type="button" className="saved-view-go" onClick={() => onSearch(view.search)}>
            <Icon name="star" size="s" />
            {view.name}
          </button>
          <IconButton
            icon="close"
            size="small"
            label={`不再保留“${view.name}”`}
            onPress={() => keep(views.filter((v) => v !== view))}
          />
        </div>
      ))}
      {name === null ? (
        <button
          type="button"
          className="saved-view-go soft"
          disabled={!isNarrowed(search) && search.order === undefined && search.view === undefined}
          onClick={() => setName('')}
        >
          <Icon name="plus" size="s" />
          存下现在的筛选
        </button>
      ) : (
        <form
          className="stack stack-tight"
          onSubmit={(e) => {
            e.preventDefault();
            save();
          }}
        >
          <TextField id="view-name" label="叫什么" required maxLength={20} value={name} onChange={setName} />
          <Button type="submit" size="small">
            存下
          </Button>
        </form>
      )}
    </div>
  );
};
