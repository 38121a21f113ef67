import { dayInChinese, isDay } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { RegisterKind } from '@zhitongche/register';

/** What the card of a row says beside its name, days in words. */
export const cardFacts = (
  kind: RegisterKind,
  answers: Answers,
): { readonly label: string; readonly value: string }[] =>
  kind
    .cardFacts(answers)
    .map(({ label, value }) => ({ label, value: isDay(value) ? dayInChinese(value) : value }));
