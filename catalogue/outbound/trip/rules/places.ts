import type { Check } from '@zhitongche/case';
import { standards434 } from '../basis.ts';
import { standardFor, unlisted } from '../../../shared/travel-standards.ts';
import { rule } from './rule.ts';

/** Places as the table of standards knows them: nothing falls to the cheapest row in silence. */
export const placeRules: readonly Check[] = [
  rule({
    code: 'F-05',
    title: '标准表没有列出的城市按“其他城市”标准计算，并请核对地名',
    level: 'info',
    basis: standards434('各国家和地区住宿费、伙食费、公杂费开支标准表'),
    reads: ['legs'],
    run: ({ legs }, { facts }) =>
      legs.flatMap((leg, i) => {
        const found = leg.transit === false ? unlisted(facts, leg.country, leg.city) : undefined;
        if (!found || !standardFor(facts, leg.country, leg.city)) return [];
        const place = `${leg.country ?? ''}${leg.city ?? ''}`;
        return [
          {
            at: ['legs', i, 'city'],
            ...(found.meant === undefined
              ? {
                  message: `标准表没有列出${place}，按“其他城市”标准计算`,
                  en: 'The standard does not list this city; that for other cities applies',
                  todo: '该地在标准表中另有名称的，请改用表中的名称',
                }
              : {
                  level: 'warn' as const,
                  message: `标准表没有列出${place}，是否为${found.meant}？现按“其他城市”标准计算`,
                  en: `The standard does not list this city; is it ${found.meant}?`,
                  todo: `是${found.meant}的请改写；不是的请说明`,
                }),
          },
        ];
      }),
  }),
];
