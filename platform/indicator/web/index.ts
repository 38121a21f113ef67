export { leadToIndicators } from './extend.ts';
export { indicatorPages } from './routes.ts';
