/** The block model of papers lives in the kernel, so that services can build papers without reaching into this room. */
export * from '@zhitongche/kernel/paper.ts';
