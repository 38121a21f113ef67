import {
  ApiProblem,
  Async,
  Badge,
  Basis,
  Button,
  Conflict,
  DataTable,
  Empty,
  Endless,
  ErrorState,
  Figures,
  Icon,
  KeyValues,
  Light,
  Notice,
  PageHeader,
  Pager,
  ProblemSummary,
  Refusal,
  RuleLink,
  Skeleton,
  StationLine,
  Timeline,
  Toasts,
  toast,
  Unreachable,
  VirtualRows,
} from '@zhitongche/ui';
import { useQuery } from '@tanstack/react-query';
import { idle, type Pattern, problem } from './pattern.ts';

const TONES = ['idle', 'info', 'ok', 'warn', 'danger', 'primary'] as const;
const BASIS = { title: '因公临时出国经费管理办法', article: '第九条' };
const refusal = (status: number, detail: string): ApiProblem =>
  new ApiProblem({ type: 'about:blank', title: detail, status, code: 'pattern', detail, en: detail });
const clock = (light: 'green' | 'amber' | 'red' | 'grey', daysLeft: number | null, paused = '') => ({
  light,
  daysLeft,
  paused,
  due: '2026-12-04',
});
const ROWS = ['商务厅', '教育厅', '科技厅'].map((unit, i) => ({ unit, sum: `${(i + 1) * 12},500.00 元` }));
const Arrived = ({ fails = false }: { readonly fails?: boolean }) => {
  const query = useQuery({
    queryKey: ['pattern', fails],
    queryFn: () => (fails ? Promise.reject(new Unreachable()) : Promise.resolve('已读到的内容。')),
    retry: false,
  });
  return <Async query={query}>{(words) => <p>{words}</p>}</Async>;
};
const pages = {
  isError: false,
  error: null,
  hasNextPage: true,
  isFetchingNextPage: false,
  refetch: idle,
  fetchNextPage: idle,
};

/** What is read: words, figures, lists, and each state a page can be in. */
export const TOLD: readonly Pattern[] = [
  {
    of: 'Badge',
    states: {
      每种语气: () => (
        <div className="row">
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              办理中
            </Badge>
          ))}
        </div>
      ),
    },
  },
  {
    of: 'Notice',
    states: Object.fromEntries(
      TONES.map((tone) => [
        tone,
        () => (
          <Notice tone={tone} title="还不能提交：1 本护照没交回">
            交回后自动放开，填好的不用重填。
          </Notice>
        ),
      ]),
    ),
  },
  {
    of: 'Light',
    states: {
      在时限内: () => <Light row={clock('green', 3)} withDate />,
      今天到期: () => <Light row={clock('amber', 0)} withDate />,
      超期: () => <Light row={clock('red', -5)} />,
      暂停: () => <Light row={clock('grey', null, '等待补正')} />,
    },
  },
  {
    of: 'StationLine',
    states: {
      路线: () => (
        <StationLine
          label="办理路线"
          stations={[
            { key: '1', name: '提交', under: '12月1日', state: 'past' },
            { key: '2', name: '受理', note: '退回补正 1 次', state: 'past' },
            { key: '3', name: '签批', under: '今天 17:30', state: 'now' },
            { key: '4', name: '出证', state: 'ahead' },
            { key: '5', name: '办结', state: 'end' },
          ]}
        />
      ),
      列表里: () => (
        <StationLine
          label="办理路线"
          size="small"
          stations={[
            { key: '1', name: '提交', state: 'past' },
            { key: '2', name: '签批', state: 'now' },
            { key: '3', name: '办结', state: 'ahead' },
          ]}
        />
      ),
    },
  },
  {
    of: 'Figures',
    states: {
      三个: () => (
        <Figures
          all={[
            { value: '8', unit: '天', caption: '1月11日至18日' },
            { value: '6', unit: '人', caption: '厅级 1 人，处级 2 人' },
            { value: '18.41', unit: '万元', caption: '外事经费', note: '原为 17.20 万元' },
          ]}
        />
      ),
    },
  },
  {
    of: 'KeyValues',
    states: {
      常用: () => (
        <KeyValues
          items={[
            { label: '申报单位', value: '云泽省商务厅' },
            { label: '说明', value: '同行企业自理费用。', full: true },
          ]}
        />
      ),
      并排: () => (
        <KeyValues
          wide
          items={[
            { label: '申报单位', value: '云泽省商务厅' },
            { label: '填报人', value: '柯采薇' },
          ]}
        />
      ),
    },
  },
  {
    of: 'DataTable',
    states: {
      常用: () => (
        <DataTable
          label="单位与金额"
          columns={[
            { key: 'unit', label: '单位', cell: ({ unit }) => unit },
            { key: 'sum', label: '金额', figure: true, cell: ({ sum }) => sum },
          ]}
          rows={ROWS}
          keyOf={({ unit }) => unit}
        />
      ),
      窄栏: () => (
        <div className="patterns-narrow">
          <DataTable
            label="窄栏里的单位"
            columns={[
              { key: 'unit', label: '单位', cell: ({ unit }) => unit },
              { key: 'sum', label: '金额', cell: ({ sum }) => sum },
            ]}
            rows={ROWS}
            keyOf={({ unit }) => unit}
          />
        </div>
      ),
    },
  },
  {
    of: 'VirtualRows',
    states: {
      常用: () => (
        <VirtualRows
          label="办件"
          items={ROWS}
          keyOf={({ unit }) => unit}
          estimate={40}
          row={({ unit }) => unit}
        />
      ),
    },
  },
  {
    of: 'Timeline',
    states: {
      四种: () => (
        <Timeline
          label="经过"
          items={[
            { key: '1', state: 'done', title: '柯采薇提交', when: '12月1日 10:32' },
            {
              key: '2',
              state: 'problem',
              title: '窗口退回补正',
              when: '12月2日 09:10',
              children: '日程不一致',
            },
            { key: '3', state: 'current', title: '处长签批' },
            { key: '4', state: 'ahead', title: '出证' },
          ]}
        />
      ),
    },
  },
  {
    of: 'PageHeader',
    states: {
      常用: () => (
        <PageHeader title="我的申报" back={{ to: '/', label: '办事' }} intro="共 6 件">
          <Button variant="primary">新的申报</Button>
        </PageHeader>
      ),
    },
  },
  {
    of: 'Pager',
    states: {
      还有: () => <Pager shown={50} total={{ n: 120, more: false }} more loading={false} onMore={idle} />,
      正在取: () => <Pager shown={50} more loading onMore={idle} />,
      到底: () => <Pager shown={3} more={false} loading={false} onMore={idle} />,
    },
  },
  {
    of: 'Empty',
    states: {
      第一次: () => (
        <Empty icon="inbox" title="还没有往来" text="来函、来访、视频会，记一次就从这里长起来。">
          <Button variant="primary">记一次往来</Button>
        </Empty>
      ),
      筛没了: () => <Empty icon="search" title="逾期里没有“贺明”" text="去掉“逾期”，全部里有 2 本。" />,
    },
  },
  {
    of: 'Skeleton',
    states: {
      行: () => <Skeleton lines={2} />,
      列表: () => <Skeleton lines={2} shape="rows" />,
      卡片: () => <Skeleton lines={2} shape="cards" />,
    },
  },
  {
    of: 'ErrorState',
    states: {
      没网: () => <ErrorState error={new Unreachable()} onRetry={idle} />,
      没有权限: () => <ErrorState error={refusal(403, '这里没有您能看的办件。')} />,
      没有找到: () => <ErrorState error={refusal(404, '这里没有您能看的办件。')} />,
      出错: () => <ErrorState error={refusal(500, '系统内部出错，已记录。')} onRetry={idle} />,
    },
  },
  {
    of: 'Refusal',
    states: {
      被规则挡住: () => <Refusal error={refusal(422, '1 本护照没交回。')} title="没有办成" />,
      已被改动: () => <Refusal error={refusal(409, '这一条刚被改动。')} tone="warn" />,
    },
  },
  {
    of: 'Conflict',
    states: {
      常用: () => (
        <Conflict by="李知远" at="2026-12-03T02:32:00Z">
          <Button>看看有什么不同</Button>
        </Conflict>
      ),
    },
  },
  {
    of: 'ProblemSummary',
    states: {
      常用: () => (
        <ProblemSummary
          title="还有 2 处需要处理"
          lines={[
            {
              problem: problem('block', '护照号第 8 位应为数字', { basis: BASIS }),
              label: '护照号',
              onGo: idle,
            },
            { problem: problem('block', '请至少填写一站'), label: '行程' },
          ]}
        />
      ),
    },
  },
  { of: 'Basis', states: { 常用: () => <Basis basis={BASIS} /> } },
  { of: 'RuleLink', states: { 常用: () => <RuleLink title="因公临时出国经费管理办法" /> } },
  {
    of: 'Icon',
    states: {
      大小: () => (
        <div className="row">
          <Icon name="check" size="s" />
          <Icon name="check" />
          <Icon name="check" size="l" />
          <Icon name="check" size="xl" />
        </div>
      ),
    },
  },
  { of: 'Async', states: { 读到: () => <Arrived />, 没读到: () => <Arrived fails /> } },
  {
    of: 'Endless',
    states: {
      等: () => (
        <Endless pages={{ ...pages, isPending: true }} shown={0} none="没有">
          <p>一行</p>
        </Endless>
      ),
      有: () => (
        <Endless pages={{ ...pages, isPending: false }} shown={1} none="没有">
          <p>一行</p>
        </Endless>
      ),
      空: () => (
        <Endless pages={{ ...pages, isPending: false }} shown={0} none={<Empty title="没有消息" />}>
          <p>一行</p>
        </Endless>
      ),
    },
  },
  {
    of: 'Toasts',
    states: {
      三种: () => (
        <div className="row">
          <Button onPress={() => toast('已提交')}>办成</Button>
          <Button onPress={() => toast('没有网络，已存在本机。', 'info')}>告知</Button>
          <Button onPress={() => toast('没有办成', 'danger')}>没办成</Button>
          <Toasts />
        </div>
      ),
    },
  },
];
