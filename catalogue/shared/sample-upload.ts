import type { Json } from '@zhitongche/base';
import type { FileRef } from '@zhitongche/form';

/** An upload that stands for a scanned document; the demo puts a page of its own behind it. */
export const sampleFile = (id: string, name: string): FileRef => ({
  id: `sample-${id}`,
  name: `${name}.pdf`,
  size: 48_213,
  type: 'application/pdf',
  digest: '0'.repeat(64),
});

/** A scanned document as an answer. */
export const sampleUpload = (id: string, name: string): Json => [{ ...sampleFile(id, name) }];
