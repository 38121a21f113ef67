import { registerLaws } from '../../testing/register-laws.ts';
import { ledgerLines, ledgerRules } from './index.ts';

registerLaws(ledgerLines);
registerLaws(ledgerRules);
