export { insightPages } from './routes.ts';
