import type { Disclosure } from '@zhitongche/budget';
import { useState } from 'react';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { Async, Badge, Button, instantShort } from '@zhitongche/ui';
import { ChangeList } from './ChangeList.tsx';

type Version = Reply<'disclosure'>['versions'][number];

/** Every saved version, who saved it and why, and what changed from any of them to what is on the screen. */
export const VersionPanel = ({
  id,
  versions,
  now,
}: {
  readonly id: string;
  readonly versions: readonly Version[];
  readonly now: Disclosure;
}) => {
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <div className="stack">
      <ol className="stack stack-tight">
        {versions.map(({ no, status, by, at, note }) => (
          <li key={no} className="row">
            <Button size="small" variant={chosen === no ? 'plain' : 'quiet'} onPress={() => setChosen(no)}>
              和第{no}版比
            </Button>
            <Badge tone={status === 'published' ? 'ok' : 'idle'}>
              {status === 'published' ? '公开' : '草稿'}
            </Badge>
            <span>
              {by} {instantShort(at)}
            </span>
            {note === '' ? null : <span className="soft">{note}</span>}
          </li>
        ))}
      </ol>
      {chosen === null ? null : <Compared id={id} no={chosen} now={now} />}
    </div>
  );
};

const Compared = ({
  id,
  no,
  now,
}: {
  readonly id: string;
  readonly no: number;
  readonly now: Disclosure;
}) => {
  const version = useRead(
    'disclosureVersion',
    { params: { id, no: String(no) } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  return (
    <section className="stack" aria-label={`第${no}版以来的变化`}>
      <h3>第{no}版以来的变化</h3>
      <Async query={version}>{({ model }) => <ChangeList before={model} after={now} />}</Async>
    </section>
  );
};
