import { addDays, dayInShanghai } from '@zhitongche/base';
import type { App, OfficeActor } from '@zhitongche/core/server';
import type { SampleSurvey } from '@zhitongche/survey';
import { type Answered, answerSurvey, openEnvelopes, openSurvey } from '@zhitongche/survey/server';

/** Opens the surveys of the demo office and lets people answer them, as they would have; what is enough is opened. */
export async function seedSurveys(
  real: App,
  actors: ReadonlyMap<string, OfficeActor>,
  office: string,
  now: Date,
): Promise<void> {
  const officer = actors.get('handler');
  if (!officer) return;
  const today = dayInShanghai(now.toISOString());
  for (const { code, samples = [] } of real.questionnaires)
    for (const sample of samples) {
      const day = addDays(today, -sample.ago);
      const app: App = { ...real, clock: () => new Date(`${day}T02:00:00Z`) };
      const { id } = await openSurvey(app, officer, `demo-survey-${code}-${sample.ago}`, {
        questionnaire: code,
        judges: sample.judges,
        title: sample.title,
        period: day.slice(0, 4),
        closes: addDays(day, 120),
      });
      await answerSurvey(app, office, id, answersOf(sample));
    }
  await openEnvelopes({ ...real, clock: () => now }, office);
}

/** What was answered, mark by mark. */
const answersOf = ({ marks, kiosk = 0, sheets = 0, reasons = [], words = [] }: SampleSurvey) => {
  let bad = 0;
  return [...marks].map((digit, n): Answered => {
    const mark = Number(digit);
    const why = mark <= 2 && reasons.length > 0 ? [reasons[bad++ % reasons.length] ?? ''] : [];
    const text = words[n];
    return {
      channel: n < kiosk ? 'kiosk' : n >= marks.length - sheets ? 'sheet' : 'link',
      answer: { mark, reasons: why, ...(text === undefined ? {} : { texts: { words: text } }) },
    };
  });
};
