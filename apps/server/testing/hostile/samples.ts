import { strToU8, zipSync } from 'fflate';
import type { EndpointName } from '@zhitongche/contract';
import type { PaperDoc } from '@zhitongche/base';
import { newOfficeKey, softwareSigner } from '@zhitongche/formats';
import { templateOf } from '@zhitongche/file/server';
import { makePapers } from '../../../../platform/document/server/paper-maker.ts';
import { repeatedStreamPdf } from './denial-files.ts';

/** A sound file that is damaged again and again, and the doors it is sent to. */
export interface Sample {
  readonly kind: 'pdf' | 'xlsx' | 'zip' | 'docx';
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly to: readonly EndpointName[];
  /** Whether a budget may be read from files of this kind. */
  readonly budget: boolean;
}

/** A signed paper as the program issues it and the same in Word, a PDF of object streams, a list of people, an archive of them. */
export async function samples(): Promise<readonly Sample[]> {
  const { pdf, docx } = await paper();
  const workbook = await list();
  const archive = zipSync({ 'a.docx': docx, '名单.xlsx': workbook, 'b.txt': strToU8('说明'.repeat(500)) });
  const papers: readonly EndpointName[] = ['verifyFile', 'uploadFile', 'keptUpload'];
  return [
    { kind: 'pdf', name: 'a.pdf', bytes: repeatedStreamPdf(3, 1), to: papers, budget: true },
    { kind: 'pdf', name: 'b.pdf', bytes: pdf, to: papers, budget: true },
    {
      kind: 'xlsx',
      name: '名单.xlsx',
      bytes: workbook,
      to: ['importRows', 'uploadFile', 'keptImport'],
      budget: true,
    },
    { kind: 'zip', name: 'a.zip', bytes: archive, to: ['uploadFile', 'keptUpload'], budget: false },
    { kind: 'docx', name: 'a.docx', bytes: docx, to: ['uploadFile', 'keptUpload'], budget: true },
  ];
}

async function paper(): Promise<{ readonly pdf: Uint8Array; readonly docx: Uint8Array }> {
  const issuer = '试验省人民政府外事办公室';
  const at = new Date();
  const doc: PaperDoc = {
    kind: 'sample',
    name: '批件',
    issuer,
    issuedOn: '2026-03-02',
    blocks: [
      { kind: 'title', lines: ['因公临时出国任务批件'] },
      ...Array.from({ length: 12 }, () => ({
        kind: 'paragraph' as const,
        text: '同意所报任务。'.repeat(20),
      })),
    ],
  };
  const key = await newOfficeKey({
    organisation: issuer,
    commonName: `${issuer} 文书签名`,
    notBefore: at,
    notAfter: new Date(at.getTime() + 86_400_000),
    algorithm: 'ecdsa-p256',
  });
  const made = await makePapers().make(doc, { docx: true, signer: softwareSigner(key), at, issuer });
  if (!made.ok || !made.value.docx) throw new Error('The paper to be damaged cannot be made');
  return { pdf: made.value.pdf, docx: made.value.docx };
}

const list = (): Promise<Uint8Array> =>
  templateOf({
    kind: 'table',
    label: '人员',
    rowName: '人',
    maxRows: 5,
    columns: { name: { kind: 'text', label: '姓名', max: 20 } },
  });
