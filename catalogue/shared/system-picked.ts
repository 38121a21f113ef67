import { text } from '@zhitongche/form';

/** Name of an information system, typed or picked from those on record. */
export const systemName = text('系统', {
  max: 80,
  required: true,
  width: 6,
  pick: { register: 'it-system', fill: ({ name }) => (name === undefined ? {} : { system: name }) },
});
