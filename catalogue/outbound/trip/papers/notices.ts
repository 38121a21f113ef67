import type { PaperDef } from '@zhitongche/case';
import {
  acceptanceNotice,
  correctionNotice,
  nonAcceptanceNotice,
  type NoticeWords,
  refusalNotice,
} from '../../../shared/notices.ts';
import { tripForm } from '../form.ts';
import { key } from '../policy.ts';
import { noticesTold } from '../told-once.ts';
import { issuer, wordsOf } from './parts.ts';

const words: NoticeWords = {
  series: 'outbound',
  issuer,
  form: tripForm,
  addressee: (facts) => wordsOf(facts).trip.filerUnit ?? '',
  matter: (facts) => `“${wordsOf(facts).trip.groupName ?? ''}”因公临时出国申报`,
  uncounted: ({ policy }) =>
    policy.flag(key('promise-stands-for-leader'))
      ? '补正、挂起、上报等待和等候领导签批的时间'
      : '补正、挂起、上报等待的时间',
  told: noticesTold,
  basis: '中办发〔2008〕9号《关于进一步加强因公出国（境）管理的若干规定》及因公临时出国管理有关规定',
};

/** What the applicant of a trip is told on the way: taken up, to be corrected, not taken up, not approved. */
export const notices: readonly PaperDef[] = [acceptanceNotice(words), correctionNotice(words)];
/** The ends of a trip that is not approved. */
export const refusals: readonly PaperDef[] = [nonAcceptanceNotice(words), refusalNotice(words)];
