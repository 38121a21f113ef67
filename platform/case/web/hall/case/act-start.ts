import type { Service } from '@zhitongche/case';
import { type Answers, blankFields } from '@zhitongche/form';

/** A form that asks again for what the application holds starts from it: 申请变更 begins with what was approved. */
export const actStart = ({ form }: Service['forms'][string], held: Answers): Answers =>
  Object.fromEntries(
    Object.values(form).flatMap(({ fields }) => {
      const blank = blankFields(fields);
      return Object.keys(fields).map((key) => [key, held[key] ?? blank[key]] as const);
    }),
  );
