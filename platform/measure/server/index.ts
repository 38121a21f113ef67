export { measureHandlers } from './handlers.ts';
export { readsVoices, seenMeasures } from './measure-scope.ts';
export { noteAnswers } from './note-answers.ts';
export { projectMeasures } from './project-measures.ts';
export { type WeekSum, sumsByWeek, unfinished } from './read-measures.ts';
export { verifyMeasures } from './verify-measures.ts';
