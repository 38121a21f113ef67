import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import './Tabs.css';

/** One tab: its word, how many are inside, and its content. */
export interface TabItem {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
  readonly content: ReactNode;
}

/** Parts of one page side by side; arrow keys move between them. */
export const Tabs = ({
  label,
  items,
  selected,
  onSelect,
}: {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
}) => (
  <AriaTabs
    className="tabs"
    {...(selected === undefined ? {} : { selectedKey: selected })}
    onSelectionChange={(key) => onSelect?.(String(key))}
  >
    <TabList aria-label={label} className="tab-list">
      {items.map((t) => (
        <Tab key={t.id} id={t.id} className="tab">
          {t.label}
          {t.count === undefined ? null : <span className="tab-count">{t.count}</span>}
        </Tab>
      ))}
    </TabList>
    {items.map((t) => (
      <TabPanel key={t.id} id={t.id} className="tab-panel">
        {t.content}
      </TabPanel>
    ))}
  </AriaTabs>
);
