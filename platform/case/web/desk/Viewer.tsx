import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { urlOf } from '@zhitongche/contract/web';
import {
  Button,
  buttonClass,
  IconButton,
  cx,
  Empty,
  ErrorState,
  Icon,
  DownloadButton,
  Skeleton,
  sizeText,
  fetchBlob,
} from '@zhitongche/ui';
import { showBlob } from './show-blob.ts';
import { Specimens } from './Specimens.tsx';
import { shownAs, type Viewable } from './viewables.ts';
import '@zhitongche/ui/Field.css';
import './Viewer.css';

const addressOf = (id: string, v: Viewable, format: 'pdf' | 'docx' = 'pdf'): string =>
  v.paper === undefined
    ? urlOf('file', { params: { case: id, file: v.file ?? '' } })
    : urlOf('paper', { params: { case: id, paper: v.paper }, query: { format } });

/** Papers and attachments of a case, looked at in place. */
export const Viewer = ({
  id,
  items,
  current,
  onChoose,
}: {
  readonly id: string;
  readonly items: readonly Viewable[];
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}) => {
  const item = items.find((v) => v.id === current) ?? items[0];
  if (item === undefined)
    return <Empty icon="file" title="没有附件和文书" text="申报人上传的材料、出具的文书会在这里直接查看。" />;
  const at = items.indexOf(item);
  const go = (by: number): void => {
    const next = items[at + by];
    if (next !== undefined) onChoose(next.id);
  };
  return (
    <div className="viewer">
      <div className="viewer-bar">
        <ul className="viewer-tabs" aria-label="附件和文书">
          {items.map((v) => (
            <li key={v.id}>
              <button
                type="button"
                className="viewer-tab"
                aria-pressed={v.id === item.id}
                title={v.name}
                onClick={() => onChoose(v.id)}
                ref={(tab) => {
                  if (v.id === item.id) tab?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
                }}
              >
                {v.from === 'paper' ? <Icon name="stamp" size="s" /> : null}
                {v.label}
              </button>
            </li>
          ))}
        </ul>
        <span className="soft viewer-count">
          {at + 1} / {items.length}
        </span>
        <IconButton icon="chevron-left" label="上一个" isDisabled={at === 0} onPress={() => go(-1)} />
        <IconButton
          icon="chevron-right"
          label="下一个"
          isDisabled={at === items.length - 1}
          onPress={() => go(1)}
        />
        <a
          className={buttonClass('quiet', 'normal', true)}
          href={addressOf(id, item)}
          download
          aria-label={`下载 ${item.name}`}
          title="下载"
        >
          <Icon name="download" />
        </a>
        {item.docx === true ? (
          <DownloadButton href={addressOf(id, item, 'docx')} download variant="quiet">
            Word
          </DownloadButton>
        ) : null}
      </div>
      <View key={item.id} id={id} item={item} />
      {item.signed ? <Specimens id={id} /> : null}
    </div>
  );
};

const View = ({ id, item }: { readonly id: string; readonly item: Viewable }) => {
  const as = shownAs(item.type);
  const [whole, setWhole] = useState(true);
  const { data, error, refetch } = useQuery({
    queryKey: ['viewable', id, item.id, item.name],
    queryFn: ({ signal }) => fetchBlob(addressOf(id, item), item.type, signal),
    enabled: as !== 'none',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const show = useMemo(() => (data === undefined ? undefined : showBlob(data)), [data]);
  if (as === 'none')
    return (
      <Empty icon="file" title={item.name} text="这种文件不能在页面内显示，请下载后打开。">
        <DownloadButton href={addressOf(id, item)} download>
          下载{item.size === null ? '' : `（${sizeText(item.size)}）`}
        </DownloadButton>
      </Empty>
    );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (show === undefined) return <Skeleton lines={12} />;
  if (as === 'pdf')
    return <iframe className="viewer-frame" ref={show} title={`${item.label} ${item.name}`} />;
  return (
    <div className={cx('viewer-image', whole && 'viewer-image-whole')}>
      <img ref={show} alt={`${item.label}：${item.name}`} />
      <Button size="small" icon="search" onPress={() => setWhole(!whole)}>
        {whole ? '原始大小' : '适合窗口'}
      </Button>
    </div>
  );
};
