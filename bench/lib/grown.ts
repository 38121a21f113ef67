import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a copy does without: older versions, stories of the demo office and tests. */
const LEFT_OUT = /\/(v\d+|demo|testing|server)(\/|$)|\.test\.ts$/;

/** Adds copies of the trip's folder to the catalogue of a checkout, each a service of its own with registers of its own. */
export function addServices(checkout: string, copies: number): void {
  const from = join(checkout, 'catalogue/outbound/trip');
  for (let n = 1; n <= copies; n += 1) {
    const place = `copies/trip-${n}`;
    const folder = join(checkout, 'catalogue', place);
    cpSync(from, folder, {
      recursive: true,
      filter: (path) => !LEFT_OUT.test(path.slice(from.length)),
    });
    // What its checks ask of the registers is answered by the folder it was copied from.
    writeFileSync(join(folder, 'index.ts'), `export { current as outboundTrip${n} } from './current.ts';\n`);
    for (const file of sources(folder)) rename(file, n);
    appendFileSync(
      join(checkout, 'catalogue/catalogue.ts'),
      `export const outboundTrip${n} = () => import('./${place}/index.ts');\n`,
    );
  }
}

/** Keys of the trip's registers, as its folder writes them. */
const REGISTERS = /'(trips|trips-under-way|passport-custody|correction-notices|trip-reports)'/g;

/** One register of the catalogue is summed by country, which stays the trip's own. */
const SUMMED = /\n {2}summed: \{[\s\S]*?\n {2}\},/;

function rename(file: string, n: number): void {
  const text = readFileSync(file, 'utf8')
    .replaceAll('outbound-trip', `copies-trip-${n}`)
    .replaceAll("name: '因公临时出国任务'", `name: '因公临时出国任务${n}'`)
    .replaceAll(REGISTERS, `'$1-${n}'`)
    .replace(SUMMED, '');
  writeFileSync(file, text);
}

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|json)$/.test(name))
    .map((name) => join(folder, name));

/** Services of a checkout's catalogue, by its folders. */
export const servicesIn = (checkout: string): number =>
  readdirSync(join(checkout, 'catalogue'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['shared', 'testing', 'node_modules'].includes(entry.name))
    .flatMap((entry) => readdirSync(join(checkout, 'catalogue', entry.name))).length;
