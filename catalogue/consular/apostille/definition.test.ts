import countries from '../../../offices/src/reference/countries.json' with { type: 'json' };
import { TABLES } from '../../shared/testing/tables.ts';
import { definitionLaws } from '../../testing/definition-laws.ts';
import { registerLaws } from '../../testing/register-laws.ts';
import { apostille, apostilleBook, sealSpecimens } from './index.ts';
import { parties, ways } from './parties.ts';

const tables = {
  ...TABLES,
  countries,
  'apostille-parties': parties.rows,
  'legalisation-ways': ways.rows,
};

const by = (way: string) => ({ way, originals: 'seen' });

definitionLaws(apostille, {
  party: { tables },
  'no party, by its mission': { tables, answers: { country: '印度' }, data: { accepted: by('double') } },
  'no party, nothing known': { tables, answers: { country: '埃及' }, data: { accepted: by('single') } },
  'training asked for': { tables, lookups: { training: { trained: [{ day: '2099-01-01' }] } } },
});
registerLaws(apostilleBook);
registerLaws(sealSpecimens);
