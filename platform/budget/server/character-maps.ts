import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where pdf.js keeps the character maps of PDFs without embedded maps, beside its build; without it such PDFs lose those characters. */
export function characterMaps(): string | undefined {
  try {
    return `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`;
  } catch {
    return undefined;
  }
}
