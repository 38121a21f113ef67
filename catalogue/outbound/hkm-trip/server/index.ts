import type { ServedService } from '@zhitongche/core/server';
import * as defined from '../index.ts';

/** 因公赴港澳任务 with its cases of the demo office. */
export const hkmTrip: ServedService = { ...defined.hkmTrip, demo: () => import('../demo/index.ts') };
