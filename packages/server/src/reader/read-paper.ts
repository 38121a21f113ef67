import { createHash } from 'node:crypto';
import { verifyPdf } from '@zhitongche/papers/sign/verify-pdf.ts';
import type { ReadPaper } from '../ports/read-tasks.ts';

/** Ends looked at from the front: a paper of ours has two or three, whatever was appended to it later. */
const MOST_ENDS = 16;
const END = Buffer.from('%%EOF');
const LF = 10;
const CR = 13;

/** Holds a file against papers signed with one of the certificates: by digest, by what it began as, by what it carries. */
export function readPaper(bytes: Uint8Array, certificates: readonly Uint8Array[]): ReadPaper {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = endsOf(data);
  const hash = createHash('sm3');
  const beginnings: string[] = [];
  let done = 0;
  for (const end of ends) {
    hash.update(data.subarray(done, end));
    done = end;
    beginnings.push(hash.copy().digest('hex'));
  }
  const digest = hash.update(data.subarray(done)).digest('hex');
  return { digest, beginnings: beginnings.filter((one) => one !== digest), names: names(data, certificates) };
}

/** Where a finished PDF may end: after each `%%EOF`, with or without the line end behind it. */
function endsOf(data: Buffer): readonly number[] {
  const ends: number[] = [];
  let at = data.indexOf(END);
  for (let found = 0; at >= 0 && found < MOST_ENDS; found += 1) {
    const end = at + END.length;
    ends.push(end);
    if (data[end] === LF || data[end] === CR) ends.push(end + 1);
    if (data[end] === CR && data[end + 1] === LF) ends.push(end + 2);
    at = data.indexOf(END, end);
  }
  return ends;
}

/** An update may take the signature out of the form; the bytes signed with, and their certificate, stay in the file. */
function names(data: Buffer, certificates: readonly Uint8Array[]): boolean {
  const text = data.toString('latin1').toLowerCase();
  if (certificates.some((one) => text.includes(Buffer.from(one).toString('hex')))) return true;
  const signed = verifyPdf(data, certificates);
  return signed.signatures > 0 && signed.reason !== 'unknown-signer';
}
