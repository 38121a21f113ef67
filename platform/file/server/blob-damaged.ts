/** The bytes on disk are not what was stored: a damaged disk or a hand that should not be there. */
export class BlobDamaged extends Error {
  override readonly name = 'BlobDamaged';
  readonly digest: string;
  /** Bytes that are there. */
  readonly size: number;

  constructor(digest: string, size: number) {
    super(`Stored file ${digest} does not match its digest`);
    this.digest = digest;
    this.size = size;
  }
}
