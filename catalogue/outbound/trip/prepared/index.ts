import type { PreparedPapers } from '@zhitongche/case';
import { budgetForm } from './opinion-form.ts';
import { requestLetter } from './request.ts';
import { conferenceStatement, invitationNote, publicityNote, publicNotice } from './statements.ts';

/** What a unit no longer writes itself. */
export const prepared: PreparedPapers = {
  request: requestLetter,
  'invitation-note': invitationNote,
  'opinion-form': budgetForm,
  'public-notice': publicNotice,
  'publicity-note': publicityNote,
  'conference-statement': conferenceStatement,
};
