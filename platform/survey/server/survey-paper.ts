import { type Block, dayInChinese, type PaperDoc, type Table } from '@zhitongche/base';
import { type App, type OfficeActor, unsound } from '@zhitongche/core/server';
import { LEVELS, MARKS } from '@zhitongche/survey';
import { surveyFigures } from './survey-policies.ts';
import { getSurvey, type OpenedSurvey } from './surveys.ts';

type Lang = 'zh' | 'en';

const SAID = {
  zh: {
    intro: '不用写姓名和电话。请在方框里打勾。',
    item: '评价项目',
    why: '不满意的，是哪里不满意（可选几项）',
    closes: (day: string) => `请在${dayInChinese(day)}之前交回。本答卷由工作人员录入，录入后注明为纸质问卷。`,
  },
  en: {
    intro: 'Please leave out your name and number. Tick one box in each line.',
    item: 'Item',
    why: 'If you are not satisfied: why (several if you like)',
    closes: (day: string) =>
      `Please return it by ${day}. It is typed in by the staff of this office and marked as a sheet of paper.`,
  },
} as const;

const BOX = '□';

/** A questionnaire as a sheet of paper, in one language. */
export function sheetPaper(
  { survey, of }: OpenedSurvey,
  lang: Lang,
  issuer: string,
  today: string,
): PaperDoc {
  const said = SAID[lang];
  const scales = of.questions.filter(({ kind }) => kind === 'scale');
  const table: Table = {
    kind: 'table',
    size: 'form',
    widths: [30, ...MARKS.map(() => 14)],
    header: [[said.item, ...MARKS.map((mark) => LEVELS[mark][lang])]],
    rows: [of.ask[lang], ...scales.map(({ ask }) => ask[lang])].map((ask) => [
      ask,
      ...MARKS.map(() => ({ text: BOX, align: 'center' as const })),
    ]),
  };
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  return {
    kind: 'questionnaire',
    name: of.name[lang],
    issuer,
    issuedOn: today,
    blocks: [
      { kind: 'title', lines: [of.name[lang], survey.title] },
      paragraph(said.intro),
      table,
      paragraph(said.why),
      ...Object.values(of.reasons).map((reason) => paragraph(`${BOX} ${reason[lang]}`)),
      ...of.questions.flatMap(({ kind, ask }) =>
        kind === 'text'
          ? [
              paragraph(ask[lang]),
              {
                kind: 'table' as const,
                size: 'form' as const,
                widths: [100],
                rows: [[{ text: '', height: 30 }]],
              },
            ]
          : [],
      ),
      paragraph(said.closes(survey.closes)),
    ],
  };
}

/** The questionnaire of a survey to print and fill in by hand. */
export async function surveyPaper(app: App, actor: OfficeActor, id: string, lang: Lang) {
  const found = await getSurvey(app, actor.office, id);
  const book = await app.offices.get(actor.office);
  const { today } = surveyFigures(app, book);
  const issuer = book.root.name;
  const made = await app.papers.make(sheetPaper(found, lang, issuer, today), {
    docx: false,
    signer: null,
    at: app.clock(),
    issuer,
  });
  if (!made.ok) throw unsound(made.problems);
  return {
    body: Buffer.from(made.value.pdf),
    type: 'application/pdf',
    name: `${found.of.name[lang]}.pdf`,
    inline: true,
  };
}
