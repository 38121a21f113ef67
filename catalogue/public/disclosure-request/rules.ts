import { type Check, checksFor } from '@zhitongche/case';
import { regulation } from './basis.ts';
import type { requestForm } from './form.ts';

const rule = checksFor<typeof requestForm>();
/** Words of somebody who complains, asks for help or reports: another road. */
const COMPLAINS = /举报|投诉|信访|上访/;

/** What is told while one types; nothing refuses a request here, the office tells in writing what it cannot answer. */
export const rules: readonly Check[] = [
  rule({
    code: 'D-01',
    title: '信访、投诉、举报不作为政府信息公开申请',
    level: 'warn',
    basis: regulation('第三十九条第一款'),
    reads: ['what', 'description'],
    run: ({ what, description }) =>
      COMPLAINS.test(`${what}${description}`)
        ? [
            {
              at: ['description'],
              message: '看起来是信访、投诉或举报',
              en: 'This looks like a complaint or petition',
              todo: '反映问题请走信访、投诉渠道；要的是已有的文件，请说明是哪一份',
            },
          ]
        : [],
  }),
  rule({
    code: 'D-02',
    title: '描述足以查找',
    level: 'warn',
    basis: regulation('第二十九条第二款'),
    reads: ['description', 'number'],
    run: ({ description, number }) =>
      description.length < 10 && !number
        ? [
            {
              at: ['description'],
              message: '描述太短，可能要补正',
              en: 'The description is short',
              todo: '请写明文件的时间、内容、发文机关或文号',
            },
          ]
        : [],
  }),
];
