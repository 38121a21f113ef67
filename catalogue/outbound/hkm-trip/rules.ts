import { addDays, moneyText } from '@zhitongche/base';
import { type Check, checksFor, type Finding } from '@zhitongche/case';
import { custodyRule } from '../../shared/custody-rule.ts';
import { retiredPeople } from '../../shared/people-on-record.ts';
import { sendingUnits } from '../../shared/roster.ts';
import { endorsements, hkm36, hunan, shenzhen, units } from './basis.ts';
import { ENDORSEMENTS, PURPOSES, REGIONS, VISITS } from './choices.ts';
import { deriveHkm, stayIn, upReasons } from './derive.ts';
import type { HkmMember, hkmForm } from './form.ts';
import { lateWords, type PermitStanding } from './permits.ts';
import { key } from './policy.ts';

const rule = checksFor<typeof hkmForm>();

const found = (at: Finding['at'], message: string, en: string, todo: string): readonly Finding[] => [
  { at, message, en, todo },
];

/** What each traveller's permit stands in the way of. */
const permitRule = (
  code: string,
  title: string,
  state: PermitStanding['state'],
  words: (who: string, permit: PermitStanding, today: string) => Omit<Finding, 'at'>,
): Check =>
  rule({
    code,
    title,
    level: 'block',
    basis: state === 'suspended' ? units('逾期未交回的1年内暂停出访') : custodyRule('回国后7天内交回'),
    reads: ['members'],
    run: (answers, context) =>
      deriveHkm(answers, context).permits.flatMap((permit, i): readonly Finding[] => {
        const { name = `第${i + 1}人` }: HkmMember = answers.members[i] ?? {};
        return permit.state === state
          ? [{ at: ['members', i, 'name'], ...words(name, permit, context.today) }]
          : [];
      }),
  });

/** Where to, when and for how long. */
const routeRules: readonly Check[] = [
  rule({
    code: 'H-01',
    title: '只去香港、澳门；还去其他国家（地区）的按因公临时出国申报',
    level: 'block',
    basis: hkm36('赴港澳与出国分别审批'),
    reads: ['legs'],
    run: ({ legs }) =>
      legs.flatMap(({ country }, i) =>
        country && !REGIONS.some((region) => region === country)
          ? found(
              ['legs', i, 'country'],
              `${country}不是香港、澳门`,
              'Neither Hong Kong nor Macao',
              '请按本页上方的提示转到“因公临时出国任务”，已填写的内容带过去；填错的请改正',
            )
          : [],
      ),
  }),
  rule({
    code: 'H-02',
    title: '各站日期前后衔接，在出境、入境日期之内',
    level: 'block',
    basis: hkm36('按批准的日期和路线执行'),
    reads: ['exitDate', 'entryDate', 'legs'],
    run({ exitDate, entryDate, legs }) {
      if (entryDate < exitDate)
        return found(['entryDate'], '入境日期早于出境日期', 'Back before the exit', '请核对日期');
      let last = exitDate;
      return legs.flatMap(({ arrive, leave }, i) => {
        if (!arrive || !leave) return [];
        const before = last;
        last = leave;
        return arrive < before || leave < arrive || leave > entryDate
          ? found(
              ['legs', i, leave < arrive || leave > entryDate ? 'leave' : 'arrive'],
              `第${i + 1}站的日期与前后不衔接（应在${before}至${entryDate}之间）`,
              'The dates of this stop do not fit',
              '请按行程先后填写，抵达不早于上一站离开，离开不晚于入境',
            )
          : [];
      });
    },
  }),
  rule({
    code: 'H-03',
    title: '停留较长、多次往返、工作就读等须上报国务院港澳办',
    level: 'info',
    basis: shenzhen('须报国务院港澳办审批的事项'),
    reads: ['legs'],
    run: (answers, { policy }) =>
      upReasons(answers, policy).flatMap((reason) =>
        found(['legs'], `${reason}，须上报国务院港澳办`, 'Has to go up', '办理时间较长，请提前申报'),
      ),
  }),
  rule({
    code: 'H-04',
    title: '访问签注每次停留不超过规定天数',
    level: 'warn',
    basis: endorsements('访问签注每次停留不超过30天'),
    reads: ['legs', 'endorsement'],
    run({ legs, endorsement }, { policy }) {
      const most = policy.number(key('stay-most'));
      const longest = REGIONS.filter((region) => stayIn(legs, region) > most);
      return VISITS.includes(endorsement)
        ? longest.flatMap((region) =>
            found(
              ['endorsement'],
              `在${region}停留${stayIn(legs, region)}天，访问签注每次最多${most}天`,
              'Longer than a visit may be',
              '请缩短停留或改申请其他签注；确需的请说明理由',
            ),
          )
        : [];
    },
  }),
  rule({
    code: 'H-05',
    title: '一般在外停留不超过规定天数',
    level: 'warn',
    basis: hunan('一般停留7天，最长30天'),
    reads: ['exitDate', 'entryDate'],
    run(answers, context) {
      const usual = context.policy.number(key('stay-usual'));
      const { days } = deriveHkm(answers, context);
      return days > usual
        ? found(
            ['entryDate'],
            `在外${days}天，一般不超过${usual}天`,
            'Longer than usual',
            '请压缩日程，或说明理由',
          )
        : [];
    },
  }),
  rule({
    code: 'H-06',
    title: '提前申报',
    level: 'info',
    basis: units('赴港澳提前30天申报'),
    reads: ['exitDate'],
    run({ exitDate }, { policy, today }) {
      const lead = policy.number(key('lead-days'));
      return exitDate < addDays(today, lead)
        ? found(['exitDate'], `距出境不足${lead}天`, 'Late to file', '证照、签注办理需要时间，请尽早申报')
        : [];
    },
  }),
];

/** Who goes, and on which permit. */
const peopleRules: readonly Check[] = [
  permitRule('H-07', '有通行证逾期未交回的，不能再次出访', 'overdue', (who, permit, today) => ({
    message: `${who}的往来港澳通行证${permit.number}${lateWords(permit, today)}`,
    en: 'A permit is overdue',
    todo: '请先把通行证交回证照部门，登记后再申报；或更换人员',
  })),
  permitRule('H-08', '逾期交回通行证的，在规定期限内暂停出访', 'suspended', (who, permit) => ({
    message: `${who}的往来港澳通行证${permit.number}应于${permit.due}交回而逾期交回，暂停出访至${permit.suspendedTo}`,
    en: 'Suspended for having handed in a permit late',
    todo: '请更换人员，或在暂停期满后申报',
  })),
  rule({
    code: 'H-09',
    title: '同一人只列一次',
    level: 'block',
    basis: hkm36('人员名单与批件一致'),
    reads: ['members'],
    run: ({ members }) =>
      members.flatMap(({ citizenId, name = '' }, i) => {
        const first = members.findIndex((one) => citizenId !== undefined && one.citizenId === citizenId);
        return first >= 0 && first < i
          ? found(
              ['members', i, 'citizenId'],
              `${name}与第${first + 1}行是同一个身份证号`,
              'Named twice',
              '请删去重复的一行，或核对身份证号',
            )
          : [];
      }),
  }),
  rule({
    code: 'H-10',
    title: '团组有且只有一名团长',
    level: 'block',
    basis: hkm36('团长负责制'),
    reads: ['members', 'caseType'],
    run({ members, caseType }) {
      const heads = members.filter(({ role }) => role === 'leader').length;
      return heads === 1 || (caseType === 'span-join' && heads === 0)
        ? []
        : found(
            ['members'],
            heads === 0 ? '没有写明团长' : `有${heads}名团长`,
            'There is to be one head',
            '请在“团组身份”中指定一名团长',
          );
    },
  }),
  rule({
    code: 'H-11',
    title: '双跨团组有其他单位派员',
    level: 'block',
    basis: hkm36('双跨团组由派员单位出具任务确认件'),
    reads: ['caseType', 'members'],
    run: (answers) =>
      answers.caseType === 'span-lead' && sendingUnits(answers).length === 0
        ? found(
            ['members'],
            '双跨团组的人员都是本单位的',
            'Nobody of another unit',
            '请填写其他单位的人员及其工作单位；没有的请选“自组团”',
          )
        : [],
  }),
  retiredPeople('H-12', 'members', 'name'),
];

/** What it is for, and who pays. */
const taskRules: readonly Check[] = [
  rule({
    code: 'H-13',
    title: '签注与任务相符',
    level: 'block',
    basis: endorsements('按来港澳目的申请相应签注'),
    reads: ['aim', 'endorsement'],
    run({ aim, endorsement }) {
      const wanted = aim === 'work' || aim === 'study' ? aim : undefined;
      const given = endorsement === 'work' || endorsement === 'study' ? endorsement : undefined;
      return wanted === given
        ? []
        : found(
            ['endorsement'],
            `任务类别为“${PURPOSES[aim]}”，申请的是“${ENDORSEMENTS[endorsement]}”`,
            'The endorsement does not fit the purpose',
            wanted ? `请改为“${ENDORSEMENTS[wanted]}”` : '请改为访问签注，或核对任务类别',
          );
    },
  }),
  rule({
    code: 'H-14',
    title: '有经费预算',
    level: 'block',
    basis: hkm36('经费列入预算，先审核后审批'),
    reads: ['budget'],
    run: ({ budget }) =>
      moneyText(budget) === '0.00'
        ? found(
            ['budget'],
            '经费预算为零',
            'No money planned',
            '请填写预算；全部由邀请方承担的，填写其承担的数额',
          )
        : [],
  }),
];

/** What is wrong with a filing before anybody looks at it. */
export const rules: readonly Check[] = [...routeRules, ...peopleRules, ...taskRules];
