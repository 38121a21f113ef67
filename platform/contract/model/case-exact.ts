import Type from 'typebox';

/** What stands here travels, and nothing else: kernel types may grow without a word about it on the wire. */
export const exact = <P extends Type.TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

/** One of a few words. */
export const words = <const W extends readonly string[]>(...all: W) =>
  Type.Unsafe<W[number]>({ type: 'string', enum: [...all] });
