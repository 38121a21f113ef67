export * from './doc.ts';
export * from './pinyin/passport-spelling.ts';
export * from './sm/field.ts';
export * from './sm/sm2.ts';
export { signatureFromDer, signatureToDer } from './sm/sm2-der.ts';
export * from './sm/sm3.ts';
export * from './verify-code/verify-code.ts';
