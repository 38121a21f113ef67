import type { Basis } from '@zhitongche/base';
import { keepPolicies } from '@zhitongche/case';
import type { PolicyDef } from '@zhitongche/office';
import { policiesOf } from '../../shared/policies.ts';

const KEY = 'budget-preparation';

const { key, days, figure, flag, phrase, words } = policiesOf(KEY);
export { key };

/** The budget law, last amended 2018-12-29. */
export const budgetLaw = (article: string): Basis => ({
  title: '《中华人民共和国预算法》（2018年修正）',
  article,
});

/** The regulation that carries the budget law out, as revised 2020-08-03. */
export const regulation = (article: string): Basis => ({
  title: '《中华人民共和国预算法实施条例》（2020年修订）',
  article,
});

/** What an office sets: who is asked, and how long each part of the preparation may take. Provinces set the dates of 一上 and 二上 year by year. */
export const policies: readonly PolicyDef[] = [
  ...keepPolicies(KEY, { draftDays: 180, fileYears: 10, personalYears: 10 }),
  words('collect', '一上前报送需求的处室代码（空为不报送）', []),
  words('countersign', '二上会签处室代码（空为不会签）', ['general', 'security']),
  flag('first-leader', '一上须经分管副主任审核', true),
  flag('party', '二上须经党组审议、主任签发', true),
  phrase('receiver', '预算报送的财政部门', '同级财政部门'),
  days('collect', '处室报送需求', 10),
  days('first', '编制一上', 20),
  days('review', '财务负责人审核', 3),
  days('leader', '领导审核', 3),
  days('second', '编制二上', 10),
  days('countersign', '处室会签', 3),
  days('adopt', '按批复定稿', 5),
  figure('publish-days', '批复后公开期限', 20, '天', {
    basis: budgetLaw('第十四条：部门预算应当在本级政府财政部门批复后二十日内由各部门向社会公开'),
  }),
  flag('publish-moves', '批复后公开期限的最后一日逢休息日的，顺延到下一个工作日', true, {
    basis: {
      title: '《中华人民共和国民法典》',
      article: '第二百零三条：期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日',
    },
    unconfirmed: true,
  }),
];
