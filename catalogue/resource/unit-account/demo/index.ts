import { createCase } from '@zhitongche/case/server';
import type { DemoFace, DemoStage, OfficeActor } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { inventedCode } from '../../../shared/demo/codes.ts';
import { picture, seal, signature } from '../../../shared/demo/picture.ts';
import { type Hands, playCase } from '../../../shared/demo/play-case.ts';
import { rows } from './rows.ts';
import { pictured } from './pictured.ts';

export { rows };

/** A matter of a unit's account as it was gone through: who files, what is said, who takes it how far. */
interface Told {
  readonly key: string;
  readonly unit: string;
  readonly daysAgo: number;
  /** User names of who signs and decides after the filing; the last decides. */
  readonly road: readonly string[];
  /** The last refuses, with these words. */
  readonly refused?: string;
  /** Somebody who has begun something of his own before; it stays a draft. */
  readonly begun?: string;
  answers(hands: Hands, who: (username: string) => OfficeActor): Promise<Answers>;
}

/** Beyond the codes the accounts of all units begin with. */
const FRESH_CODE = 9_001;
const SIDE = 220;
const PROVINCE = ['window', 'head'] as const;

const sealOf = async (hands: Hands) => [await hands('公章样本.png', picture(SIDE, [196, 30, 38], seal))];
const scanned = async (hands: Hands, name: string) => [
  await hands(
    `${name}.png`,
    picture(SIDE, [40, 40, 40], (_x, y) => Math.sin(y * 60) > 0.9),
  ),
];
const signed = async (hands: Hands, { name }: OfficeActor, n: number) => [
  {
    name,
    post: '分管负责人',
    specimen: [await hands('签字样本.png', picture(SIDE, [20, 24, 60], signature(n)))],
  },
];

/** Units that have handed in a seal and two signatures since, and who confirmed it. */
const specimens = (unit: string, n: number, road: readonly string[]): Told => ({
  key: unit,
  unit,
  daysAgo: 390,
  road: [`${unit}-signer`, ...road],
  answers: async (hands, who) => ({
    matter: 'change',
    changes: ['seal', 'signers'],
    reason: '补报公章和签字样本（演示）',
    seal: await sealOf(hands),
    letter: await scanned(hands, '申请函'),
    signers: await signed(hands, who(`${unit}-signer`), n),
  }),
});

/** Every kind of matter once, in the order of its days: accounts that ended and began again, were renewed, refused and handed over. */
const MATTERS: readonly Told[] = [
  specimens('commerce', 0, PROVINCE),
  specimens('university', 1, PROVINCE),
  specimens('yunze-commerce', 2, ['yunze-reviewer', 'yunze-leader']),
  {
    key: 'close',
    unit: 'forestry',
    daysAgo: 50,
    road: ['forestry-signer', ...PROVINCE],
    answers: async (hands) => ({
      matter: 'close',
      reason: '机构改革，职责调整（演示）',
      letter: await scanned(hands, '注销申请函'),
    }),
  },
  {
    key: 'renew',
    unit: 'education',
    daysAgo: 45,
    road: ['education-signer', ...PROVINCE],
    answers: async (hands) => ({ matter: 'renew', commitment: await scanned(hands, '材料保管承诺书') }),
  },
  {
    key: 'open',
    unit: 'forestry',
    daysAgo: 40,
    road: ['forestry-signer', ...PROVINCE],
    answers: async (hands, who) => ({
      matter: 'open',
      uscc: inventedCode(FRESH_CODE, false),
      certificate: await scanned(hands, '统一社会信用代码证书'),
      seal: await sealOf(hands),
      letter: await scanned(hands, '开户申请函'),
      commitment: await scanned(hands, '材料保管承诺书'),
      signers: await signed(hands, who('forestry-signer'), 3),
      clerks: [{ name: who('forestry-filer').name, login: 'forestry-filer', phone: '13900000000' }],
    }),
  },
  {
    key: 'refused',
    unit: 'science',
    daysAgo: 30,
    road: ['science-signer', 'window'],
    refused: '签字样本不是本人亲笔，不予确认，请重新报送（演示）。',
    answers: async (hands, who) => ({
      matter: 'change',
      changes: ['signers'],
      reason: '更换签批人（演示）',
      letter: await scanned(hands, '申请函'),
      signers: await signed(hands, who('science-signer'), 4),
    }),
  },
  {
    key: 'handover',
    unit: 'sport',
    daysAgo: 20,
    road: ['sport-clerk', 'sport-signer', ...PROVINCE],
    begun: 'sport-clerk',
    answers: async () => ({
      matter: 'handover',
      reason: '岗位轮换（演示）',
      from: 'sport-clerk',
      to: 'sport-filer',
      absent: false,
    }),
  },
];

/** Matters of accounts as units bring them, each with its papers. */
export const play: NonNullable<DemoFace['play']> = async (stage) => {
  for (const [n, told] of MATTERS.entries()) await matter(stage, told, n);
  await pictured(stage);
};

async function matter(stage: DemoStage, told: Told, n: number): Promise<void> {
  const { app, actors } = stage;
  const key = `demo-account-${told.key}`;
  const begins = told.begun === undefined ? undefined : actors.get(told.begun);
  if (begins) await createCase(app, begins, { key: `${key}-begun`, service: 'unit-account' });
  const last = told.road.at(-1);
  await playCase(stage, {
    key,
    service: 'unit-account',
    filer: `${told.unit}-filer`,
    daysAgo: told.daysAgo,
    minute: 10 + n,
    answers: async (hands, who) => {
      const { office, org } = who(`${told.unit}-filer`);
      return { unit: (await app.offices.get(office)).orgName(org), ...(await told.answers(hands, who)) };
    },
    acts: told.road.map((username) => [
      username,
      told.refused !== undefined && username === last
        ? { act: 'refuse', opinion: told.refused }
        : { act: 'agree' },
    ]),
  });
}
