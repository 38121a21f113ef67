import { useState } from 'react';
import { dayOf } from './format.ts';

/** Today in Asia/Shanghai as of when the page was opened. */
export const useToday = (): string => {
  const [today] = useState(() => dayOf(new Date().toISOString()));
  return today;
};
