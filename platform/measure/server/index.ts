export { measureHandlers } from './handlers.ts';
export { readsVoices } from './measure-scope.ts';
export { noteAnswers } from './note-answers.ts';
export { projectMeasures } from './project-measures.ts';
export { verifyMeasures } from './verify-measures.ts';
