import type { DemoWorld } from '@zhitongche/core/server';
import type { SamplePerson } from '../sample-people.ts';
import { sampleCitizenId } from '../../../shared/sample-people.ts';

/** Names a paper must carry whole, among them a character few fonts have (𰻝). */
const UNUSUAL = {
  long: { name: '阿依古丽·买买提吐尔逊江', pinyin: 'AYIGULI MAIMAITITUERXUNJIANG', sex: 'F' },
  dotted: { name: '扎西次仁·达瓦平措', pinyin: 'ZHAXICIREN DAWAPINGCUO', sex: 'M' },
  rare: { name: '𬭎㛃䶮', pinyin: 'HONG JIEYAN', sex: 'F' },
  compound: { name: '欧阳吕绿', pinyin: 'OUYANG LYULYU', sex: 'F' },
  rarest: { name: '陆𰻝明', pinyin: 'LU BIANGMING', sex: 'M' },
} as const;

/** Kinds of unusual names. */
export type Unusual = keyof typeof UNUSUAL;

const POSTS: Readonly<Record<NonNullable<SamplePerson['rank']>, readonly string[]>> = {
  bureau: ['副厅长', '二级巡视员'],
  division: ['处长', '副处长', '调研员'],
  section: ['科长', '一级主任科员', '二级主任科员', '四级调研员', '翻译'],
  technical: ['高级工程师', '研究员', '副研究员', '教授'],
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Who travels: ranks in order, the first leads; `unusual` puts a special name in the last place. */
export interface Crew {
  readonly ranks: readonly NonNullable<SamplePerson['rank']>[];
  readonly unusual?: Unusual;
  /** What the head of the group is besides his rank. */
  readonly lead?: Pick<SamplePerson, 'post' | 'position' | 'secrecy'>;
}

/** Invented travellers, from the `from`th on, nobody twice: born 1966 to 1995, identity numbers of region 99, which was never given. */
export function travellers(world: DemoWorld, from: number, crew: Crew): readonly SamplePerson[] {
  return crew.ranks.map((rank, index) => {
    const last = crew.unusual !== undefined && index === crew.ranks.length - 1;
    const invented = world.invented(from + index);
    const { n } = invented;
    const { name, pinyin, sex } = last ? UNUSUAL[crew.unusual] : invented;
    const birthDate = `${1966 + (n % 30)}-${pad((n % 12) + 1, 2)}-${pad(((n * 7) % 28) + 1, 2)}`;
    const posts = POSTS[rank];
    return {
      name,
      pinyin,
      sex,
      birthDate,
      rank,
      post: posts[(n + index) % posts.length] ?? '工作人员',
      citizenId: sampleCitizenId(birthDate, sex, n),
      ...(index === 0 ? crew.lead : {}),
    };
  });
}
