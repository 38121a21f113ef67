export * from './doc.ts';
