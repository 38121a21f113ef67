import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { opensc, type PcscDaemon, pcscReader, startPcsc } from '../../test/pcsc.ts';
import { SPECIMEN_DAY, SPECIMEN_LINES, specimen, type Specimen } from '../../test/specimen.ts';
import { zoneKeyOf } from '../access/zone-key.ts';
import { toHex } from '../bytes.ts';
import { bookCard, type Card } from '../card/book-card.ts';
import { passiveAuthentication } from '../inspect/passive-authentication.ts';
import { readBook } from '../reader/read-book.ts';
import { type LaidCard, layCard } from './dial-reader.ts';

let daemon: PcscDaemon;
let laid: LaidCard | undefined;
let card: Card;
let book: Specimen;
beforeAll(async () => {
  book = await specimen();
  card = bookCard(book.content);
  daemon = await startPcsc();
  // The reader listens as soon as the daemon has read its configuration.
  laid = await vi
    .waitFor(() => layCard(card, daemon), { timeout: 60_000, interval: 100 })
    .catch((error: unknown) => {
      throw new Error(`Nobody waits for the card: ${daemon.said()}`, { cause: error });
    });
});
afterAll(async () => {
  laid?.take();
  await daemon?.end();
});

/** Status words and data of the answers opensc-tool prints, one line each. */
const received = (output: string): string[] =>
  [...output.matchAll(/Received \(SW1=0x(..), SW2=0x(..)\)/g)].map(([, one, two]) => `${one}${two}`);

describe('programs that speak PC/SC', () => {
  it('see the book as a card with its ATR', async () => {
    const atr = await vi.waitFor(() => opensc('--atr'), { timeout: 60_000, interval: 200 });
    expect(atr.trim().replaceAll(':', '').toUpperCase()).toBe(toHex(card.atr));
    expect(await opensc('--list-readers')).toMatch(/Yes.*Virtual book/);
  });

  it('may select the application, and read nothing of it before access control', async () => {
    const sends = [
      '00:A4:04:0C:07:A0:00:00:02:47:10:01',
      '00:B0:9E:00:00',
      '00:B0:81:00:04',
      '00:84:00:00:08',
    ];
    const output = await opensc('--card-driver', 'default', ...sends.flatMap((one) => ['-s', one]));
    expect(received(output)).toEqual(['9000', '6982', '6982', '9000']);
  });

  it('read the whole book through the daemon with the printed zone, and find it sound', async () => {
    const zone = zoneKeyOf(SPECIMEN_LINES);
    const reader = pcscReader();
    try {
      const read = await readBook(reader.transmit, zone ? { zone } : {});
      expect(read).toMatchObject({
        access: 'pace',
        chipAuthentication: 'proved',
        activeAuthentication: 'proved',
      });
      const trust = { cscas: [book.country.csca.certificate], lists: [book.country.crl] };
      const steps = passiveAuthentication(read, { trust, on: SPECIMEN_DAY, printed: SPECIMEN_LINES });
      expect(steps.map(({ verdict }) => verdict)).toEqual(Array(5).fill('holds'));
    } finally {
      reader.end();
    }
  });
});
