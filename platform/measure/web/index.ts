export { measurePages } from './routes.ts';
