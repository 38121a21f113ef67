import {
  ActionMenu,
  Button,
  Check,
  CommandPalette,
  ConfirmSheet,
  DateField,
  Dialog,
  Disclosure,
  DownloadButton,
  Field,
  FieldProblems,
  FileDrop,
  Hint,
  IconButton,
  LinkButton,
  PopoverButton,
  Radio,
  SearchBox,
  SelectField,
  Splitter,
  Tabs,
  TextField,
} from '@zhitongche/ui';
import { type ReactNode, useState } from 'react';
import { idle, type Pattern, problem } from './pattern.ts';

const VARIANTS = ['primary', 'plain', 'quiet', 'danger'] as const;
const BASIS = { title: '因公临时出国经费管理办法', article: '第九条' };

/** A button that opens what covers the page. */
const Opens = ({
  word = '打开',
  children,
}: {
  readonly word?: string;
  readonly children: (close: () => void) => ReactNode;
}) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{word}</Button>
      {open ? children(() => setOpen(false)) : null}
    </>
  );
};

const Typed = ({
  children,
}: {
  readonly children: (value: string, set: (to: string) => void) => ReactNode;
}) => {
  const [value, setValue] = useState('经贸合作');
  return <>{children(value, setValue)}</>;
};

/** What is pressed, typed into and opened. */
export const CONTROLS: readonly Pattern[] = [
  {
    of: 'Button',
    states: {
      ...Object.fromEntries(
        VARIANTS.map((variant) => [
          variant,
          () => (
            <div className="row">
              <Button variant={variant}>提交审批</Button>
              <Button variant={variant} icon="send">
                提交审批
              </Button>
              <Button variant={variant} isDisabled>
                不能按
              </Button>
              <Button variant={variant} pending pendingText="正在提交">
                提交审批
              </Button>
            </div>
          ),
        ]),
      ),
      大小: () => (
        <div className="row">
          <Button size="small">小</Button>
          <Button>常用</Button>
          <Button size="large" variant="primary">
            大
          </Button>
        </div>
      ),
    },
  },
  {
    of: 'IconButton',
    states: {
      常用: () => (
        <div className="row">
          <IconButton icon="edit" label="修改" />
          <IconButton icon="close" label="关闭" size="small" />
          <IconButton icon="more" label="更多" variant="plain" />
          <IconButton icon="trash" label="删除" isDisabled />
        </div>
      ),
    },
  },
  {
    of: 'LinkButton',
    states: {
      常用: () => (
        <div className="row">
          <LinkButton to="/" variant="primary">
            去修改
          </LinkButton>
          <LinkButton to="/" icon="arrow-left">
            回到收件箱
          </LinkButton>
        </div>
      ),
    },
  },
  { of: 'DownloadButton', states: { 常用: () => <DownloadButton href="#">下载批件</DownloadButton> } },
  {
    of: 'Check',
    states: {
      常用: () => (
        <Check checked={false} onChange={idle}>
          只看改动
        </Check>
      ),
      选中: () => (
        <Check checked onChange={idle}>
          只看改动（3 处）
        </Check>
      ),
      不能选: () => (
        <Check checked={false} disabled onChange={idle}>
          只看改动
        </Check>
      ),
    },
  },
  {
    of: 'Radio',
    states: {
      二选一: () => (
        <fieldset className="row">
          <legend className="field-label">怎样办理</legend>
          <Radio name="pattern" checked onChoose={idle}>
            同意
          </Radio>
          <Radio name="pattern" checked={false} onChoose={idle}>
            转审核
          </Radio>
        </fieldset>
      ),
    },
  },
  {
    of: 'TextField',
    states: {
      常用: () => (
        <Typed>
          {(value, set) => (
            <TextField
              id="t-1"
              label="出访任务"
              help="写明要办成什么"
              required
              value={value}
              onChange={set}
            />
          )}
        </Typed>
      ),
      选填: () => <TextField id="t-2" label="备注" value="" onChange={idle} />,
      多行: () => <TextField id="t-3" label="意见" required rows={3} value="同意。" onChange={idle} />,
      自动填写: () => <TextField id="t-4" label="性别" required filled value="女" onChange={idle} />,
      有误: () => (
        <TextField
          id="t-5"
          label="护照号"
          required
          value="PE18805O1"
          problems={[problem('block', '护照号第 8 位应为数字', { todo: '请对照护照改正', basis: BASIS })]}
          onChange={idle}
        />
      ),
      需说明: () => (
        <TextField
          id="t-6"
          label="天数"
          required
          value="9"
          problems={[problem('warn', '超过 8 天，请说明理由')]}
          onChange={idle}
        />
      ),
      提示: () => (
        <TextField
          id="t-7"
          label="抵达日期"
          required
          value="1月11日"
          problems={[problem('info', '当天是周日')]}
          onChange={idle}
        />
      ),
    },
  },
  {
    of: 'DateField',
    states: {
      常用: () => <DateField id="d-1" label="出发日期" required value="2027-01-11" onChange={idle} />,
    },
  },
  {
    of: 'SelectField',
    states: {
      常用: () => (
        <SelectField
          id="s-1"
          label="规模"
          required
          value="a"
          options={[
            ['a', '小型'],
            ['b', '大型'],
          ]}
          onChange={idle}
        />
      ),
      不能选: () => (
        <SelectField
          id="s-2"
          label="规模"
          required
          disabled
          value="a"
          options={[['a', '小型']]}
          onChange={idle}
        />
      ),
    },
  },
  {
    of: 'Field',
    states: {
      一组: () => (
        <Field id="f-1" label="是否有外宾" required group>
          {() => (
            <div className="row">
              <Radio name="guests" checked onChoose={idle}>
                是
              </Radio>
              <Radio name="guests" checked={false} onChoose={idle}>
                否
              </Radio>
            </div>
          )}
        </Field>
      ),
    },
  },
  {
    of: 'FieldProblems',
    states: {
      三种结果: () => (
        <FieldProblems
          problems={[
            problem('block', '人数超过上限', { todo: '请减少人数', basis: BASIS }),
            problem('warn', '两名领导同团，请说明理由'),
            problem('info', '可提前申报'),
          ]}
        />
      ),
    },
  },
  { of: 'FileDrop', states: { 常用: () => <FileDrop label="选择文件" accept=".pdf" onFile={idle} /> } },
  {
    of: 'SearchBox',
    states: {
      空: () => <SearchBox label="搜索标题、编号、单位" value="" onSearch={idle} />,
      有词: () => <SearchBox label="搜索标题、编号、单位" value="商务厅" onSearch={idle} />,
    },
  },
  {
    of: 'Tabs',
    states: {
      常用: () => (
        <Tabs
          label="办件内容"
          items={[
            { id: 'a', label: '要点', content: <p>要点在此。</p> },
            { id: 'b', label: '附件与文书', count: 3, content: <p>三个文件。</p> },
          ]}
        />
      ),
    },
  },
  {
    of: 'Splitter',
    states: {
      常用: () => (
        <div className="patterns-split">
          <Splitter label="栏宽" value={40} min={20} max={60} onChange={idle} onReset={idle} />
        </div>
      ),
    },
  },
  {
    of: 'Disclosure',
    states: {
      常用: () => (
        <Disclosure word="孟怀瑾" icon="user">
          {() => <p>我的账户</p>}
        </Disclosure>
      ),
    },
  },
  {
    of: 'ActionMenu',
    states: {
      打开: () => (
        <ActionMenu
          label="第 1 人"
          trigger={<IconButton icon="more" label="第 1 人的操作" />}
          actions={[
            { key: 'a', label: '逐项填写', icon: 'edit', onAction: idle },
            { key: 'b', label: '上移', icon: 'up', disabled: true, onAction: idle },
            { key: 'c', label: '删除', icon: 'trash', danger: true, onAction: idle },
          ]}
        />
      ),
    },
  },
  {
    of: 'PopoverButton',
    states: {
      打开: () => (
        <PopoverButton label="列" icon="table">
          {() => <p>选择要看的列。</p>}
        </PopoverButton>
      ),
    },
  },
  { of: 'Hint', states: { 打开: () => <Hint word="依据">因公临时出国经费管理办法</Hint> } },
  {
    of: 'Dialog',
    states: {
      打开: () => (
        <Opens>
          {(close) => (
            <Dialog
              open
              title="退回补正：赴日本经贸合作代表团"
              onClose={close}
              foot={
                <>
                  <Button onPress={close}>先不办理</Button>
                  <Button variant="primary">确认退回补正</Button>
                </>
              }
            >
              <p>请写明要补正什么。</p>
            </Dialog>
          )}
        </Opens>
      ),
    },
  },
  {
    of: 'ConfirmSheet',
    states: {
      打开: () => (
        <Opens>
          {(close) => (
            <ConfirmSheet open title="删除这份草稿？" verb="删除" danger onConfirm={idle} onClose={close}>
              <p>填写的内容和上传的附件都会删除，不能恢复。</p>
            </ConfirmSheet>
          )}
        </Opens>
      ),
    },
  },
  {
    of: 'CommandPalette',
    states: {
      打开: () => (
        <Opens>
          {(close) => (
            <CommandPalette
              label="找办件、人、单位，或做一件事"
              typed=""
              onType={idle}
              groups={[
                {
                  title: '做',
                  commands: [{ key: 'a', label: '同意', note: '赴日本代表团', icon: 'check', keys: 'a' }],
                },
                { title: '去', commands: [{ key: 'b', label: '统计', icon: 'chart' }] },
              ]}
              onPick={idle}
              onClose={close}
              onKeys={idle}
            />
          )}
        </Opens>
      ),
    },
  },
];
