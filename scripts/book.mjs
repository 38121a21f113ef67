// The specimen book on a reader, for programs that read passports: `npm run book -- --help`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { zoneKeyOf } from '../packages/chip/src/access/zone-key.ts';
import { bookCard } from '../packages/chip/src/card/book-card.ts';
import { readDg1 } from '../packages/chip/src/file/dg1.ts';
import { passiveAuthentication } from '../packages/chip/src/inspect/passive-authentication.ts';
import { readBook } from '../packages/chip/src/reader/read-book.ts';
import { layCard } from '../packages/chip/src/wire/dial-reader.ts';
import { listenForReaders } from '../packages/chip/src/wire/listen-for-readers.ts';
import { remoteCard } from '../packages/chip/src/wire/remote-card.ts';
import { SPECIMEN_CAN, SPECIMEN_LINES, specimen } from '../packages/chip/test/specimen.ts';

const HELP = `npm run book -- [--reader 35963] [--port 40963] [--out 目录] [--photo 文件] [--frame 39794-5]
  写一本样本护照，放在 vpcd 的读卡器上（--reader），并在自己的端口等候读卡程序（--port，0 为任意空闲端口）；
  --out 写出样本国家的证书、吊销列表、主列表、两行机读码。
npm run book -- --read 40963 --out 目录
  用机读码打开端口上的护照，逐项报告被动认证的五步。`;

const { values } = parseArgs({
  options: {
    reader: { type: 'string' },
    port: { type: 'string' },
    read: { type: 'string' },
    out: { type: 'string' },
    photo: { type: 'string' },
    frame: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const file = (name) => join(values.out ?? '.', name);

/** Writes a specimen and waits for readers until it is stopped. */
async function lay() {
  const { country, content } = await specimen({
    from: new Date(Date.now() - 86_400_000),
    ...(values.photo ? { photo: new Uint8Array(readFileSync(values.photo)) } : {}),
    ...(values.frame ? { frame: values.frame } : {}),
  });
  if (values.out) {
    mkdirSync(values.out, { recursive: true });
    writeFileSync(file('csca.cer'), country.csca.certificate);
    writeFileSync(file('document-signer.cer'), country.documentSigner.certificate);
    writeFileSync(file('crl.crl'), country.crl);
    writeFileSync(file('master-list.ml'), country.masterList);
    writeFileSync(file('zone.txt'), `${SPECIMEN_LINES.join('\n')}\n`);
  }
  console.log(`${SPECIMEN_LINES.join('\n')}\nCAN ${SPECIMEN_CAN}`);
  if (values.port !== undefined || values.reader === undefined) {
    const port = await listenForReaders(() => bookCard(content), Number(values.port ?? 0));
    console.log(`在端口 ${port.port} 等候读卡程序`);
  }
  if (values.reader !== undefined) {
    const card = await layCard(bookCard(content), { port: Number(values.reader) });
    console.log(`已放在端口 ${values.reader} 的读卡器上`);
    await card.gone;
    console.log('读卡器已断开');
  }
}

/** Opens what lies at a port and says the five steps. */
async function read() {
  const printed = readFileSync(file('zone.txt'), 'utf8').trim().split('\n');
  const zone = zoneKeyOf(printed);
  if (!zone) throw new Error('机读码的校验位不符');
  const card = await remoteCard(Number(values.read));
  const book = await readBook(card.transmit, { zone });
  card.close();
  const trust = { cscas: [readFileSync(file('csca.cer'))], lists: [readFileSync(file('crl.crl'))] };
  console.log(`${readDg1(book.groups.get(1) ?? new Uint8Array())?.join('\n')}`);
  console.log(`access ${book.access}, groups ${[...book.groups.keys()].join(' ')}`);
  console.log(`chip ${book.chipAuthentication}, active ${book.activeAuthentication}`);
  for (const { name, verdict, findings } of passiveAuthentication(book, { trust, on: new Date(), printed }))
    console.log(`${name.padEnd(10)}${verdict} ${findings.map(({ code }) => code).join(' ')}`);
}

if (values.help) console.log(HELP);
else
  await (values.read ? read() : lay()).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
