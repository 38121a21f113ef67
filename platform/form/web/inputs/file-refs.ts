import type { FileRef } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';

const isRef = (value: Json): value is FileRef & { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'digest' in value;

/** The uploads an answer names. */
export const fileRefs = (value: Json | undefined): readonly FileRef[] =>
  Array.isArray(value) ? value.filter(isRef) : [];
