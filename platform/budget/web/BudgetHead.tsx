import { urlOf } from '@zhitongche/contract/web';
import { Badge, Disclosure, PageHeader } from '@zhitongche/ui';

/** What a saved version is handed out as. */
export const FILES: readonly { readonly file: string; readonly label: string }[] = [
  { file: 'budget.xlsx', label: 'Excel 表格' },
  { file: 'budget.docx', label: 'Word 文档' },
  { file: 'budget.pdf', label: 'PDF 文件' },
  { file: 'data.zip', label: 'CSV 数据（全部）' },
  { file: 'budget.json', label: 'JSON 数据' },
];

/** Head of the page of one budget: whose it is, of which year, whether everybody sees it, and its files. */
export const BudgetHead = ({
  id,
  name,
  year,
  status,
  source,
}: {
  readonly id: string;
  readonly name: string | null;
  readonly year: string | null;
  /** `new` = read and never saved. */
  readonly status: 'new' | 'draft' | 'published';
  readonly source: string;
}) => (
  <PageHeader
    title={`${name ?? '未写部门'} ${year ?? '未写年度'}年部门预算`}
    back={{ to: '/desk/budget', label: '部门预算' }}
    intro={
      <>
        <Badge tone={status === 'published' ? 'ok' : status === 'new' ? 'warn' : 'idle'}>
          {status === 'published' ? '已公开' : status === 'new' ? '尚未保存' : '草稿'}
        </Badge>{' '}
        {source}
      </>
    }
  >
    {status === 'new' ? null : (
      <Disclosure word="导出" icon="download">
        {(close) => (
          <ul className="stack stack-tight">
            {FILES.map(({ file, label }) => (
              <li key={file}>
                <a href={urlOf('disclosureFile', { params: { id, file } })} onClick={close}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
    )}
  </PageHeader>
);
