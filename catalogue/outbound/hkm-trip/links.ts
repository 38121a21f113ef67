import type { LinkDef, OpenDef } from '@zhitongche/case';
import { DOCUMENT_LINK } from '../../shared/apply-for.ts';
import { REGIONS } from './choices.ts';
import { permitsNeeded } from './documents.ts';
import { readHkm } from './form.ts';

/** How these trips know other matters. */
export const links: readonly LinkDef[] = [
  DOCUMENT_LINK,
  { key: 'again', to: ['hkm-trip'], label: '照此再报', back: '参照的申报', copies: true },
  { key: 'abroad', to: ['outbound-trip'], label: '转报出国', back: '转自赴港澳' },
];

/** Who also goes to a country files a trip abroad, with everything typed so far. */
export const opens: readonly OpenDef[] = [
  permitsNeeded.open,
  {
    key: 'abroad',
    label: '转报出国，带上已填内容',
    en: 'Go on as a trip abroad with what is typed',
    service: 'outbound-trip',
    link: 'abroad',
    fromDraft: true,
    why: '行程里有香港、澳门以外的国家（地区），整个团组按因公临时出国任务申报。',
    when: ({ answers }) =>
      (readHkm(answers).legs ?? []).some(
        ({ country }) => country !== undefined && !REGIONS.some((region) => region === country),
      ),
    answers({ answers }) {
      const { legs = [], ...rest } = readHkm(answers);
      return [
        {
          ...rest,
          ...(rest.members ? { members: [...rest.members] } : {}),
          ...(rest.fundSources ? { fundSources: [...rest.fundSources] } : {}),
          legs: legs.map(({ inviterPerson, country, ...leg }) => ({
            ...leg,
            ...(country === undefined ? {} : { country }),
            // A city of its own; of a country the city is still to be told.
            ...(REGIONS.some((region) => region === country) ? { city: country } : {}),
            ...(inviterPerson === undefined ? {} : { inviterPerson }),
            transit: false,
          })),
        },
      ];
    },
  },
];
