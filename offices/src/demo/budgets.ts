import { readFile } from 'node:fs/promises';
import { PROVINCE } from './orgs.ts';

/** A published budget the demo office has collected: a real document, unlike everything else of the demo. */
export interface DemoBudget {
  /** Name the file is kept under. */
  readonly name: string;
  /** What the document is and who published it. */
  readonly source: string;
  read(): Promise<Uint8Array>;
}

const budget = (file: string, name: string, source: string): DemoBudget => ({
  name,
  source,
  read: async () => new Uint8Array(await readFile(new URL(`./budgets/${file}`, import.meta.url))),
});

/** Department budgets of 2024 as three foreign affairs offices published them (预算法 article 14), unchanged, slips and scanner damage included. */
export const demoBudgets: readonly DemoBudget[] = [
  budget(
    'hebei-fao-2024.txt',
    '河北省人民政府外事办公室2024年部门预算信息公开.txt',
    '河北省人民政府外事办公室公开的2024年部门预算，由 Word 文件转为文本',
  ),
  budget(
    'shanxi-fao-2024.txt',
    '山西省人民政府外事办公室2024年度部门预算公开.txt',
    '山西省人民政府外事办公室公开的2024年度部门预算，由 PDF 转为文本',
  ),
  budget(
    'shijiazhuang-fao-2024.txt',
    '石家庄市人民政府外事办公室2024年部门预算绩效文本（草案）.txt',
    '石家庄市人民政府外事办公室公开的2024年部门预算绩效文本（草案），由扫描件识别',
  ),
];

/**
 * The invented office's own budget of a year, from which it prepares the next: the tables and figures 河北省外办 published for
 * 2024 under the invented name, because nobody can invent fourteen tables that add up as real ones do.
 */
export const ownBudget = (year: number): DemoBudget => ({
  name: `${PROVINCE}人民政府外事办公室${year}年部门预算信息公开.txt`,
  source: '演示数据：表式和数字取自河北省人民政府外事办公室2024年公开文本，部门名称为虚构',
  read: async () => {
    const text = await readFile(new URL('./budgets/hebei-fao-2024.txt', import.meta.url), 'utf8');
    return new TextEncoder().encode(
      text
        .replaceAll('河北', PROVINCE.replace('省', ''))
        .replaceAll(/(?<!\d)2024(?!\d)/g, String(year))
        .replaceAll(/(?<!\d)2023(?!\d)/g, String(year - 1)),
    );
  },
});
