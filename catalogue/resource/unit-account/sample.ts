/** An upload that stands for one, in samples and stories. */
export const sampleFile = (name: string, type: string) => ({
  id: `00000000-0000-7000-8000-${String(name.codePointAt(0) ?? 0).padStart(12, '0')}`,
  name,
  size: 1,
  type,
  digest: '0'.repeat(64),
});
