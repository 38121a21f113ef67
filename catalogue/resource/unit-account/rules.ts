import { type Check, checksFor, type Finding } from '@zhitongche/case';
import { accountRule, CODE } from './basis.ts';
import { lacksPhoto, NO_PHOTO, noPhotoAt } from './clerk-photo.ts';
import type { accountForm } from './form.ts';
import { key } from './policy.ts';
import { inPost, standingIn } from './standing.ts';

const rule = checksFor<typeof accountForm>();
const block = 'block' as const;

const found = (at: Finding['at'], message: string, en: string, todo: string): readonly Finding[] => [
  { at, message, en, todo },
];

/** Rows of a table that repeat an earlier one. */
const twice = (table: string, column: string, texts: readonly (string | undefined)[], what: string) =>
  texts.flatMap((text, row) =>
    text !== undefined && texts.indexOf(text) < row
      ? found(
          [table, row, column],
          `${what}“${text}”与第${texts.indexOf(text) + 1}行重复`,
          'Named twice',
          '请删去重复的一行',
        )
      : [],
  );

/** What is wrong with an account before anybody looks at it; the same in the browser and on the server. */
export const rules: readonly Check[] = [
  rule({
    code: 'K-01',
    title: '一个单位只开一个户，变更、续期、交接、注销以已有备案为前提',
    level: block,
    basis: accountRule('一个单位一个账户'),
    reads: ['matter'],
    run({ matter }, { facts }) {
      const { known, account } = standingIn(facts);
      if (!known) return [];
      const there = account !== null && account.stage !== 'closed';
      if (matter === 'open' && there)
        return found(
          ['matter'],
          '本单位已经开户备案',
          'The unit has an account',
          '如有变化，请选“变更”或“年度续期”',
        );
      if (matter !== 'open' && !there)
        return found(['matter'], '本单位还没有开户备案', 'The unit has no account', '请先选“开户备案”');
      return [];
    },
  }),
  rule({
    code: 'K-02',
    title: '统一社会信用代码没有备在另一单位名下',
    level: block,
    basis: CODE,
    reads: ['uscc'],
    run: ({ uscc }, { facts }) =>
      standingIn(facts).taken
        ? found(
            ['uscc'],
            `${uscc}已备在另一单位名下`,
            'Another unit has this code',
            '请核对证书；确属误备的，请联系外办',
          )
        : [],
  }),
  rule({
    code: 'K-03',
    title: '证书在有效期内',
    level: block,
    basis: accountRule('单位证书应当有效'),
    reads: ['certificateUntil'],
    run: ({ certificateUntil }, { today }) =>
      certificateUntil < today
        ? found(
            ['certificateUntil'],
            `证书已于${certificateUntil}到期`,
            'The certificate has expired',
            '请先换领证书，再上传新证书',
          )
        : [],
  }),
  rule({
    code: 'K-04',
    title: '二级单位的主管部门已经开户',
    level: block,
    basis: accountRule('二级单位备在一级单位之下'),
    reads: ['matter'],
    run({ matter }, { facts }) {
      const { superior } = standingIn(facts);
      return matter === 'open' && superior && !superior.open
        ? found(
            ['matter'],
            `主管部门“${superior.name}”还没有开户备案`,
            'The department above has no account',
            '请主管部门先办理开户备案',
          )
        : [];
    },
  }),
  rule({
    code: 'K-05',
    title: '签批人不重复，不超过人数',
    level: block,
    basis: accountRule('签批人一至二名'),
    reads: ['signers'],
    run({ signers }, { policy }) {
      const most = policy.number(key('signers'));
      return [
        ...twice(
          'signers',
          'name',
          signers.map(({ name }) => name),
          '签批人',
        ),
        ...(signers.length > most
          ? found(
              ['signers'],
              `签批人${signers.length}名，最多${most}名`,
              'Too many signers',
              '请只留有权签批的负责人',
            )
          : []),
      ];
    },
  }),
  rule({
    code: 'K-06',
    title: '专办员不重复，连同在任的不超过人数',
    level: block,
    basis: accountRule('专办员最多二名'),
    reads: ['matter', 'clerks'],
    run({ matter, clerks }, { policy, facts }) {
      const most = policy.number(key('clerks'));
      const known = matter === 'change' ? inPost(standingIn(facts)) : [];
      const total = known.length + clerks.length;
      return [
        ...twice(
          'clerks',
          'login',
          clerks.map(({ login }) => login),
          '登录用户名',
        ),
        ...clerks.flatMap(({ login }, row) =>
          known.some((one) => one.login === login)
            ? found(
                ['clerks', row, 'login'],
                `“${login}”已是本单位的专办员`,
                'Already a clerk',
                '请删去这一行',
              )
            : [],
        ),
        ...(total > most
          ? found(
              ['clerks'],
              `专办员共${total}名（在任${known.length}名），最多${most}名`,
              'Too many clerks',
              '请先办理交接，或减少人数',
            )
          : []),
      ];
    },
  }),
  rule({
    code: 'K-07',
    title: '专办员的登录已由外办开通',
    level: block,
    basis: accountRule('登录由外办系统管理员预先开通'),
    reads: ['clerks'],
    run({ clerks }, { facts }) {
      const { known, logins } = standingIn(facts);
      if (!known) return [];
      return clerks.flatMap(({ login }, row) =>
        login === undefined || logins.some((one) => one.login === login && one.files)
          ? []
          : found(
              ['clerks', row, 'login'],
              `“${login}”不是本单位可用的专办员登录`,
              'No such log-in files for the unit',
              '请核对用户名，或请外办系统管理员开通',
            ),
      );
    },
  }),
  rule({
    code: 'K-08',
    title: '移交给本单位另一名在任的专办员',
    level: block,
    basis: accountRule('交接在本单位专办员之间办理'),
    reads: ['matter', 'from', 'to'],
    run({ matter, from, to }, { facts }) {
      const standing = standingIn(facts);
      if (matter !== 'handover' || !standing.known) return [];
      const clerk = (login: string) => inPost(standing).some((one) => one.login === login);
      const files = (login: string) => standing.logins.some((one) => one.login === login && one.files);
      return [
        ...(from === to
          ? found(['to'], '不能移交给自己', 'One cannot hand over to oneself', '请填写接收人的用户名')
          : []),
        ...(clerk(from)
          ? []
          : found(['from'], `“${from}”不是本单位在任的专办员`, 'Not a clerk of the unit', '请核对用户名')),
        ...(from === to || (clerk(to) && files(to))
          ? []
          : found(
              ['to'],
              `“${to}”不是本单位在任的专办员`,
              'Not a clerk of the unit',
              '请先办理“变更—增加专办员”',
            )),
      ];
    },
  }),
  rule({
    ...NO_PHOTO,
    code: 'K-09',
    reads: ['clerks'],
    run: ({ clerks }) =>
      clerks.flatMap(({ photo }, row) => (lacksPhoto(photo) ? [noPhotoAt(['clerks', row, 'photo'])] : [])),
  }),
];
