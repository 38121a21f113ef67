import { dayInChinese, ID1_CARD, isDay, labelled, roomOf, type SheetBox } from '@zhitongche/base';
import type { PhotoRule } from '@zhitongche/form';
import type { RowPaper, RowPaperFacts } from '@zhitongche/register';
import { textIn } from '../../shared/lookup-rows.ts';

const BAND = '#9b1c1c';
/** Where the card prints its holder's photograph and name, in millimetres and points. */
const PHOTO = { x: 60.6, y: 11.5, width: 20, height: 28 } as const;
const NAME = { x: 5, y: 12, width: 53.5, height: 13, size: 10 } as const;

/** What does not stand on the card whole is refused where it is typed. */
export const NAME_ROOM = { ...roomOf(NAME), on: '专办员证' } as const;

/** One inch by the words of a photographer: 25 by 35 mm, which the card prints smaller, at 295 by 413 pixels as it is handed in. */
export const PHOTO_RULE: PhotoRule = {
  on: '专办员证',
  widthMm: 25,
  heightMm: 35,
  leastDpi: 300,
  mostCut: 0.2,
};

const titleOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string'
    ? value.title
    : '';

const saidOf = ({ rows: [row] }: RowPaperFacts) => {
  const { name, unit, belongs, since, trainedUntil } = row?.answers ?? {};
  return {
    name: textIn(name),
    unit: titleOf(unit),
    belongs: titleOf(belongs),
    since: isDay(since) ? since : null,
    until: isDay(trainedUntil) ? trainedUntil : null,
  };
};

const front = (facts: RowPaperFacts): readonly SheetBox[] => {
  const { name, unit, belongs, until } = saidOf(facts);
  const beside = { x: 5, width: 53.5, size: 8 };
  return [
    ...(facts.photo === undefined
      ? []
      : ([
          {
            kind: 'picture',
            ...PHOTO,
            cut: true,
            picture: { format: 'jpg', data: facts.photo },
            says: '持证人照片',
          },
        ] as const)),
    { kind: 'frame', x: 0, y: 0, width: 85.6, height: 10, colour: BAND, weight: 0, fill: BAND },
    {
      kind: 'text',
      x: 5,
      y: 1.5,
      width: 40,
      height: 7,
      text: '专办员证',
      size: 14,
      face: 'xiaobiaosong',
      colour: '#ffffff',
    },
    {
      kind: 'text',
      x: 45,
      y: 3,
      width: 35.6,
      height: 5,
      text: 'Clerk of a unit',
      size: 7,
      lang: 'en',
      align: 'right',
      colour: '#ffffff',
    },
    ...labelled({ zh: '姓名', en: 'Name' }, name, NAME),
    ...labelled({ zh: '单位', en: 'Unit' }, unit, { ...beside, y: 25.5, height: 13, size: 7 }),
    ...labelled({ zh: '所属外办', en: 'Office' }, belongs, { ...beside, width: 46, y: 40, height: 12 }),
    ...labelled({ zh: '有效期至', en: 'Valid until' }, until ?? '', {
      ...beside,
      x: 53,
      width: 27.6,
      y: 41,
      height: 8,
    }),
  ];
};

const back = (facts: RowPaperFacts): readonly SheetBox[] => {
  const words = { kind: 'text', x: 50, width: 32, size: 7.5 } as const;
  return [
    ...(facts.sealed === undefined
      ? []
      : ([
          {
            kind: 'code',
            symbol: 'qr',
            x: 4,
            y: 5,
            width: 44,
            height: 44,
            text: facts.sealed,
            says: '离线核验码',
          },
        ] as const)),
    {
      ...words,
      y: 6,
      height: 24,
      text: '本证仅限本人办理本单位因公出国（境）和证照事务时出示，不得转借、涂改；离任即交回。用手机扫码，不联网也能核验。',
    },
    { ...words, y: 33, height: 9, place: 'bottom', align: 'right', text: facts.office },
    { ...words, y: 43, height: 5, align: 'right', text: dayInChinese(facts.today) },
  ];
};

/** 专办员证: an ID-1 card, front and back with the photograph of its holder, for a clerk in office whose training holds; its code is over on the day the training is. */
export const clerkCard: RowPaper = {
  key: 'card',
  title: '专办员证',
  of: 'row',
  sheet: ID1_CARD,
  photo: 'photo',
  when: ({ stage, answers: { trainedOn } }) => stage === 'active' && isDay(trainedOn),
  term: (facts) => ({ from: saidOf(facts).since, to: saidOf(facts).until }),
  sealed(facts) {
    const { name, unit, belongs, until } = saidOf(facts);
    return [
      { label: '姓名', en: 'Name', value: name },
      { label: '单位', en: 'Unit', value: unit },
      { label: '所属外办', en: 'Office', value: belongs },
      { label: '有效期至', en: 'Valid until', value: until ?? '' },
    ];
  },
  build: (facts) => [
    { kind: 'face', boxes: front(facts) },
    { kind: 'face', boxes: back(facts) },
  ],
};
