export { surveyPages } from './routes.ts';
