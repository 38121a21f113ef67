import { onceTold } from '../../shared/told-once.ts';

/** Notices an applicant is sent: by the window alone, once. */
export const { noticesTold, tellOnce } = onceTold({ window: ['correct', 'correct-again'] });
