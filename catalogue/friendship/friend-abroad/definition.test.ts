import { registerLaws } from '../../testing/register-laws.ts';
import { friendsAbroad } from './index.ts';

registerLaws(friendsAbroad);
