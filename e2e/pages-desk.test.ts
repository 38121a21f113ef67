import { goRound } from './harness/rounds.ts';
import { officeFixture } from './harness/fixture.ts';

goRound(officeFixture(), [
  {
    who: 'handler',
    why: 'a handler of the province',
    paths: [
      '/desk',
      '/desk?tab=all',
      '/desk?q=%E6%B2%A1%E6%9C%89%E7%9A%84%E8%AF%8D',
      '/desk/cases/{云泽省文化周旅游推介组}',
      '/desk/cases/{云泽省教育厅产业合作代表团}',
      '/desk?open={云泽省教育厅产业合作代表团}',
      '/desk/notices',
      '/desk/stuck',
      '/desk/absence',
      '/desk/outbox',
      '/desk/more',
      '/insight/stats',
      '/insight/registers',
      '/insight/registers/trips',
      '/desk/kept/sister-city',
      '/desk/kept/sister-city?order=stage&s=grouped',
      '/desk/kept/sister-city?view=board&s=board',
      '/desk/kept/sister-city?view=calendar&s=calendar',
      '/desk/kept/sister-city?view=counts&s=counts',
      '/desk/kept/sister-city?open={平澜市与尼什市}',
      '/desk/kept/sister-city/{平澜市与尼什市}',
      '/desk/kept/sister-city/{白鹭洲市与茂物市}',
      '/desk/kept/sister-city/{平澜市与尼什市}/edit',
      '/desk/kept/sister-city/new',
      '/account',
    ],
  },
  {
    who: 'nanping-reviewer',
    why: 'a reviewer whose name and whose people’s names are long',
    paths: ['/desk', '/desk/cases/{南屏岭自治州商务局东盟农业合作代表团}', '/account'],
  },
  {
    who: 'finance',
    why: 'a finance officer',
    paths: [
      '/desk',
      '/desk/budget',
      '/desk/cases/{2027年部门预算}',
      '/desk/budget/prepare/{2027年部门预算}',
      '/desk/budget/prepare/{2027年部门预算}/changes',
    ],
  },
  {
    who: 'general-head',
    why: 'a head of division with nothing to do',
    paths: ['/desk', '/desk/notices', '/desk/stuck'],
  },
]);
