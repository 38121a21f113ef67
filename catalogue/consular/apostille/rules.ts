import { addMonths, daysBetween, isDay } from '@zhitongche/base';
import { type Check, checksFor, type CheckContext, type Finding, strandsOf } from '@zhitongche/case';
import { rowsAt } from '../../shared/lookup-rows.ts';
import { convention, legalisation, notary, officeRule } from './basis.ts';
import { type applicationForm, documentsOf, type Told } from './form.ts';
import { key } from './policy.ts';
import { routeOf, tableDay, WAY_WORDS } from './route.ts';

const check = checksFor<typeof applicationForm>();
const at = (row: number, column: string): readonly (string | number)[] => ['documents', row, column];

/** What the registers answer of each paper: the certificate in force it has, whether its seal and signature are on file. */
const known = ({ facts }: CheckContext, list: string): ReadonlyMap<number, string> =>
  new Map(
    rowsAt(facts.lookup('documents'), list).flatMap((row) =>
      typeof row.at === 'number' ? [[row.at, typeof row.told === 'string' ? row.told : ''] as const] : [],
    ),
  );

const each = (documents: readonly Told[], of: (told: Told, row: number) => Finding | undefined) =>
  documents.flatMap((told, row) => of(told, row) ?? []);

/** What a paper is known by, however its brackets and blanks are written; undefined while one of it is missing. */
const paperKey = ({ issuer, number }: Told): string | undefined =>
  issuer === undefined || number === undefined
    ? undefined
    : JSON.stringify(
        [issuer, number].map((text) => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')),
      );

const twice = (documents: readonly Told[], told: Told, row: number): boolean => {
  const key = paperKey(told);
  return key !== undefined && documents.findIndex((other) => paperKey(other) === key) < row;
};

/** What a filing must keep; all is told at once while it is filled in. */
export const rules: readonly Check[] = [
  check({
    code: 'Z-01',
    title: '使用地由本事项办理，且需要认证',
    level: 'block',
    basis: convention('第一条、第三条'),
    reads: ['country'],
    run({ country }, context) {
      const { way, why } = routeOf(country, context);
      if (way === 'exempt')
        return [
          {
            at: ['country'],
            message: `${why}，按参考表${country}免认证，不需要办理`,
            en: 'This country asks for no legalisation',
            todo: '请直接把文书交使用机构；使用机构另有要求的，请持其书面要求到窗口咨询',
            basis: legalisation('使用国免认证的不予办理'),
          },
        ];
      return way === 'elsewhere'
        ? [
            {
              at: ['country'],
              message: why,
              en: 'Papers for this place are not legalised here',
              todo: '请向公证机构咨询送该地使用的公证书如何办理',
            },
          ]
        : [];
    },
  }),
  check({
    code: 'Z-02',
    title: '不适用《公约》的使用地，办理领事认证',
    level: 'info',
    basis: legalisation('送非缔约国使用的文书办理领事认证'),
    reads: ['country'],
    run({ country }, context) {
      const { way, why } = routeOf(country, context);
      if (way === 'apostille' || way === 'exempt' || way === 'elsewhere') return [];
      return [
        {
          at: ['country'],
          message: `${why}，办理${WAY_WORDS[way]}`,
          en: 'No apostille for this place: the papers are legalised instead',
          todo:
            way === 'open' || way === 'unknown'
              ? '请先向使用机构问清是否还要其驻华使领馆认证，窗口受理时认定'
              : '其驻华使领馆另行收费，时间另计',
        },
      ];
    },
  }),
  check({
    code: 'Z-03',
    title: '缔约国表在核对期限之内',
    level: 'info',
    basis: officeRule('缔约国表定期核对'),
    reads: ['country'],
    run({ country }, context) {
      const { policy, facts, today } = context;
      const { until, doubt, way } = routeOf(country, context);
      const day = tableDay(facts);
      const old = isDay(day) && daysBetween(day, today) > policy.number(key('table-days'));
      const ending = isDay(until) && daysBetween(today, until) <= policy.number(key('until-days'));
      return [
        ...(ending
          ? [
              {
                at: ['country'],
                message: `按参考表，《公约》适用于${country}至${until}止`,
                en: 'The Convention ends for this country soon',
                todo: '请在此日期以前使用，或向使用机构确认',
                level: 'warn' as const,
              },
            ]
          : []),
        ...(doubt && way !== 'unknown'
          ? [
              {
                at: ['country'],
                message: `${country}是否为缔约国、何时起适用待确认`,
                en: 'Whether the Convention binds this country is not confirmed',
                todo: '受理时由窗口按最新官方名单核对，核对后导入缔约国表',
              },
            ]
          : []),
        ...(old
          ? [
              {
                at: ['country'],
                message: `缔约国表截至${day}，已超过核对期限`,
                en: 'The table of parties has not been checked for long',
                todo: '受理时由窗口按最新名单核对使用地',
              },
            ]
          : []),
      ];
    },
  }),
  check({
    code: 'Z-04',
    title: '文书在本省出具',
    level: 'block',
    basis: convention('第三条（文书出具地主管机关签发）'),
    reads: ['inProvince'],
    run: ({ inProvince }) =>
      inProvince
        ? []
        : [
            {
              at: ['inProvince'],
              message: '不是本省出具的文书，本办不能证明其印鉴和签署',
              en: 'Papers issued elsewhere cannot be certified here',
              todo: '请向出具地的外办或外交部申请；其中本省出具的可以另案申请',
            },
          ],
  }),
  check({
    code: 'Z-05',
    title: '学校出具的证书先办公证',
    level: 'block',
    basis: notary('第三十三条'),
    reads: ['documents'],
    run: ({ documents }) =>
      each(documents, ({ kind }, row) =>
        kind === 'school'
          ? {
              at: at(row, 'kind'),
              message: '学历、学位、成绩单须先公证',
              en: 'School papers are notarised first',
              todo: '请先到公证机构办理公证书，再以公证书申请',
            }
          : undefined,
      ),
  }),
  check({
    code: 'Z-06',
    title: '同一份文书不重复',
    level: 'block',
    basis: officeRule('一份文书出一份证书'),
    reads: ['documents'],
    run(application, context) {
      const { documents } = application;
      const certified = known(context, 'certified');
      return each(documents, (told, row) => {
        if (twice(documents, told, row))
          return {
            at: at(row, 'number'),
            message: '与上面一份是同一文书',
            en: 'The same paper stands above',
            todo: '请删去一行；副本请写各自的编号',
          };
        const number = certified.get(row);
        return number === undefined
          ? undefined
          : {
              at: at(row, 'number'),
              message: `这份文书已经办过证书（${number}），现行有效`,
              en: 'This paper has a certificate in force',
              todo: '请使用原证书；遗失或须重做的，请先到窗口申请作废原证书',
            };
      });
    },
  }),
  check({
    code: 'Z-07',
    title: '出证日期不晚于今天，电子原件是PDF',
    level: 'block',
    basis: officeRule('文书须已出具'),
    reads: ['documents'],
    run: ({ documents }, { today }) => [
      ...each(documents, ({ issuedOn }, row) =>
        issuedOn !== undefined && issuedOn > today
          ? {
              at: at(row, 'issuedOn'),
              message: '出证日期晚于今天',
              en: 'Issued in the future',
              todo: '请照文书核对',
            }
          : undefined,
      ),
      ...each(documents, ({ original, scan = [] }, row) =>
        original === 'electronic' && scan.some(({ type }) => type !== 'application/pdf')
          ? {
              at: at(row, 'scan'),
              message: '电子原件须是出证机构给的PDF文件',
              en: 'An electronic original is the PDF of its issuer',
              todo: '请上传PDF原件；只有纸质原件的请改选“纸质”',
            }
          : undefined,
      ),
    ],
  }),
  check({
    code: 'Z-08',
    title: '印鉴、签署已备案',
    level: 'info',
    basis: convention('第三条、第五条'),
    reads: ['documents'],
    run({ documents }, context) {
      const unfiled = known(context, 'unfiled');
      return each(documents, ({ issuer, seal, signer }, row) =>
        unfiled.has(row)
          ? {
              at: at(row, 'seal'),
              message: `${issuer ?? ''}的${seal ?? '印鉴'}、${signer ?? ''}的签署在本办没有有效的样本`,
              en: 'Seal or signature are not on file here',
              todo: '本办将向出证机构核询，办理时间可能延长；核询不实或没有回复的不予办理',
            }
          : undefined,
      );
    },
  }),
];

/** What stands in the way of the signature: a paper another case has had certified since this one was filed. */
export const certifiedCheck: Check = {
  code: 'Z-22',
  title: '签发时文书还没有现行有效的证书',
  level: 'block',
  basis: officeRule('一份文书出一份证书'),
  reads: [],
  run(_answers, context) {
    const certified = known(context, 'certified');
    return documentsOf(context.state ?? { answers: {} }).flatMap(({ id, told }, row): readonly Finding[] => {
      const number = certified.get(row);
      const sound = context.state && strandsOf(context.state, 'document').find((one) => one.id === id);
      return number === undefined || sound?.state !== 'sound'
        ? []
        : [
            {
              at: [],
              message: `${told.title ?? '文书'}（${told.number ?? ''}）已由另一办件办过证书（${number}），现行有效`,
              en: 'This paper has a certificate in force from another case',
              todo: '请退回审查，对这一份不予办理',
            },
          ];
    });
  },
};

/** What stands in the way of whoever signs: no training in force. */
export const trainingCheck: Check = {
  code: 'Z-21',
  title: '签发人的附加证明书业务培训在有效期内',
  level: 'block',
  basis: officeRule('签发人须经业务培训并合格'),
  reads: [],
  run(_answers, { policy, facts, today }) {
    const measure = policy.text(key('training'));
    const answer = rowsAt(facts.lookup('training'), 'trained');
    if (measure === 'off' || facts.lookup('training') === undefined) return [];
    const months = policy.number(key('training-months'));
    const last = answer
      .flatMap(({ day }) => (typeof day === 'string' ? [day] : []))
      .toSorted()
      .at(-1);
    const until = last === undefined ? undefined : addMonths(last, months);
    if (until !== undefined && until >= today) return [];
    return [
      {
        at: [],
        level: measure === 'warn' ? 'warn' : 'block',
        message:
          until === undefined
            ? '没有您参加附加证明书业务培训并合格的记录'
            : `您的附加证明书业务培训（${last ?? ''}）已于${until}到期`,
        en: 'Whoever signs has no training in force',
        todo: '请由培训合格的签发人签发，或参加下一期培训',
      },
    ];
  },
};
