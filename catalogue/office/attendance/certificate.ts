import { dayInChinese, labelled, type SheetBox, type SheetSize } from '@zhitongche/base';
import type { RowPaper, RowPaperFacts } from '@zhitongche/register';
import { CERTIFICATE_BOXES, COURSE_KINDS } from '../../shared/course-kinds.ts';

/** A square of a hand: it lies in a file beside the paper it proves. */
const SHEET: SheetSize = { widthMm: 110, heightMm: 110 };
const INK = '#8a6d1f';

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
const titleOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'title' in value ? textOf(value.title) : '';

/** What the certificate says of whoever passed. */
const saidOf = ({ rows: [row] }: RowPaperFacts) => {
  const { name, course, kind, day, hours, score } = row?.answers ?? {};
  return {
    name: textOf(name),
    course: titleOf(course),
    kind: COURSE_KINDS[textOf(kind) as keyof typeof COURSE_KINDS] ?? '',
    day: textOf(day),
    hours: textOf(hours),
    score: textOf(score),
  };
};

const box = (y: number, height: number) => ({ x: 9, y, width: 50, height, size: 10 });

/** 培训合格证: a square of 110 mm with the signed code, for whoever was there and passed. */
export const certificate: RowPaper = {
  key: 'certificate',
  title: '培训合格证',
  of: 'row',
  sheet: SHEET,
  when: ({ stage }) => stage === 'passed',
  sealed(facts) {
    const { name, course, day, hours } = saidOf(facts);
    return [
      { label: '姓名', en: 'Name', value: name },
      { label: '培训', en: 'Course', value: course },
      { label: '日期', en: 'Date', value: day },
      { label: '学时', en: 'Hours', value: hours },
    ];
  },
  build(facts) {
    const { name, course, kind, day, hours, score } = saidOf(facts);
    const centred = { kind: 'text', x: 8, width: 94, align: 'center' } as const;
    const boxes: readonly SheetBox[] = [
      { kind: 'frame', x: 3, y: 3, width: 104, height: 104, colour: INK, weight: 0.6 },
      { kind: 'frame', x: 4.6, y: 4.6, width: 100.8, height: 100.8, colour: INK, weight: 0.2 },
      { ...centred, y: 9, height: 10, text: '培训合格证', size: 20, face: 'xiaobiaosong' },
      { ...centred, y: 20, height: 6, text: 'Certificate of Training', size: 10, lang: 'en' },
      ...labelled({ zh: '姓名', en: 'Name' }, name, CERTIFICATE_BOXES.name),
      ...labelled({ zh: '培训', en: 'Course' }, course, CERTIFICATE_BOXES.course),
      ...labelled({ zh: '类别', en: 'Subject' }, kind, box(67, 9)),
      ...labelled({ zh: '日期', en: 'Date' }, day, { ...box(77, 9), width: 26 }),
      ...labelled({ zh: '学时', en: 'Hours' }, score === '' ? hours : `${hours}（${score}分）`, {
        ...box(77, 9),
        x: 36,
        width: 26,
      }),
      ...(facts.sealed === undefined
        ? []
        : ([
            {
              kind: 'code',
              symbol: 'qr',
              x: 64,
              y: 34,
              width: 38,
              height: 38,
              text: facts.sealed,
              says: '离线核验码',
            },
            {
              kind: 'text',
              x: 64,
              y: 73,
              width: 38,
              height: 4,
              text: '离线核验码',
              size: 8,
              align: 'center',
            },
          ] as const)),
      {
        ...centred,
        y: 85,
        height: 11,
        place: 'bottom',
        text: facts.office,
        size: 11,
        align: 'right',
        x: 9,
        width: 91,
      },
      {
        ...centred,
        y: 96,
        height: 6,
        text: dayInChinese(facts.today),
        size: 11,
        align: 'right',
        x: 9,
        width: 91,
      },
    ];
    return [{ kind: 'face', boxes }];
  },
};
