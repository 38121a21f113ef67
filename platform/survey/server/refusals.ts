import { notFound, ProblemError } from '@zhitongche/core/server';

/** Made up, mistyped, or past its last day: nobody learns which. */
export const unknownTicket = () =>
  notFound(
    'survey.unknown',
    '评价码不对，或者已经过了使用期限。请核对码上的字母和数字；仍不行的，请向发码的工作人员要一个新的。',
    'This code is not valid, or no longer. Please check it, or ask for a new one.',
  );

/** It gave its one answer. */
export const usedTicket = () =>
  new ProblemError(
    409,
    'survey.used',
    '这个评价码已经用过。一个码只能评一次，您的评价已经收到。',
    'This code has been used: one code gives one answer.',
  );

/** The survey is over. */
export const closedSurvey = () =>
  new ProblemError(409, 'survey.closed', '这期调查已经结束，不再收答卷。', 'This survey is closed.');

/** Ended cases are judged by their applicants, each by the code of the own case. */
export const casesOwn = () =>
  new ProblemError(
    409,
    'survey.case',
    '办件由申请人凭各自办件的评价码来评，本办不印码、不设评价器。',
    'A case is judged by its applicant alone, with the code of that case.',
  );

/** No such survey. */
export const noSurvey = () => notFound('survey.none', '没有这期调查。', 'There is no such survey.');

/** The device was set up anew elsewhere, or taken out of use. */
export const unknownKiosk = () =>
  new ProblemError(
    403,
    'survey.kiosk',
    '这台评价器没有启用，或者已经停用。请由窗口负责人在“评价与问卷”里重新启用。',
    'This device is not in use. Please have it set up again.',
  );
