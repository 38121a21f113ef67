import { checksFor, type ExtraForm } from '@zhitongche/case';
import { choice, form, options, text } from '@zhitongche/form';
import { convention } from './basis.ts';
import { figuresOf } from './derive.ts';
import { reasonForm } from './reasons.ts';
import { WAY_WORDS } from './route.ts';
import { certifiedCheck, trainingCheck } from './rules.ts';

const GIVEN = { apostille: WAY_WORDS.apostille, single: '领事认证（单认证）', double: '领事认证（双认证）' };

const acceptedForm = form({
  accepted: {
    title: '受理',
    fields: {
      way: choice('办理方式', options(GIVEN), { required: true }),
      originals: choice('原件（电子原件）和身份证件', options({ seen: '已核对，与扫描件一致' }), {
        required: true,
      }),
    },
  },
});

const handedForm = form({
  handed: {
    title: '发件',
    fields: {
      by: choice('方式', options({ window: '窗口领取', post: '邮寄' }), { required: true, width: 6 }),
      to: text('领取人、收件人', { max: 30, required: true, width: 6 }),
      tracking: text('快递单号', {
        max: 40,
        required: true,
        shown: (row, whole) => (row.by ?? whole.by) === 'post',
        width: 6,
      }),
    },
  },
});

const GIVEN_WAYS = Object.keys(GIVEN);
const checkAccepted = checksFor<typeof acceptedForm>();

/** Forms the acts of the desks ask for. */
export const forms: Readonly<Record<string, ExtraForm>> = {
  accepted: {
    title: '受理',
    form: acceptedForm,
    begin(state) {
      const way = figuresOf(state)?.way;
      // Where nothing is known of a country that is no party, its mission is asked.
      if (way === 'open') return { way: 'double' };
      return way !== undefined && GIVEN_WAYS.includes(way) ? { way } : {};
    },
    checks: [
      checkAccepted({
        code: 'Z-11',
        title: '办理方式与使用国家相符',
        level: 'block',
        basis: convention('第一条'),
        reads: ['way'],
        run({ way }, { state }) {
          const figures = state && figuresOf(state);
          if (!figures || figures.way === 'unknown') return [];
          const bound = figures.way === 'apostille';
          return bound === (way === 'apostille')
            ? []
            : [
                {
                  at: ['way'],
                  message: `${figures.why}，应办${bound ? '附加证明书' : '领事认证'}`,
                  en: 'The country of use asks for the other kind',
                  todo: '请改选；参考表不对的，请先由管理员更新',
                },
              ];
        },
      }),
    ],
  },
  reason: { title: '不予办理', form: reasonForm },
  signature: {
    title: '签发',
    form: form({ signature: { title: '签发', fields: { remark: text('备注', { max: 100 }) } } }),
    checks: [trainingCheck, certifiedCheck],
  },
  spoiled: {
    title: '误印',
    form: form({
      spoiled: { title: '误印', fields: { reason: text('原因', { max: 200, required: true }) } },
    }),
  },
  handed: {
    title: '发件',
    form: handedForm,
    begin: ({ answers }) => ({
      by: answers['collect'] === 'post' ? 'post' : 'window',
      to: answers['receiver'] ?? answers['agent'] ?? answers['applicant'],
    }),
  },
};
