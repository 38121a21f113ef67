import { type Ask, files } from '@zhitongche/form';

const MB = 1024 * 1024;

/** A scanned document: PDF or picture, 20 MB each. */
export const scan = (
  label: string,
  more: {
    readonly required?: boolean | Ask;
    readonly shown?: Ask;
    readonly help?: string;
    readonly signed?: true;
  } = {},
) => files(label, { accept: ['pdf', 'jpg', 'jpeg', 'png'], maxBytes: 20 * MB, maxFiles: 10, ...more });
