import { measureRows, type RowSubject } from '@zhitongche/measure';
import type { SORTS } from './form.ts';

/** Places of a kind, counted on the day their term begins. */
const begun = ({ row: { answers } }: RowSubject, sort: keyof typeof SORTS) =>
  answers['sort'] === sort && typeof answers['from'] === 'string' && typeof answers['count'] === 'number'
    ? [{ day: answers['from'], n: String(answers['count']) }]
    : [];

/** What services come to, by the source codes of indicator tables. */
export const serviceMeasures = measureRows('service-line', [
  {
    code: 'ops.licences',
    name: '云视频服务点数',
    what: '本期开始的云视频服务点，按服务起日期计',
    unit: '个',
    sort: 'things',
    edition: 1,
    lines: (subject) => begun(subject, 'video'),
  },
  {
    code: 'ops.channels',
    name: '维护的网站和公众号',
    what: '本期开始维护的网站、公众号，按服务起日期计',
    unit: '个',
    sort: 'things',
    edition: 1,
    lines: (subject) => begun(subject, 'channel'),
  },
]);
