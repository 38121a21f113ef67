// Draws the product's icons from tools/icon.svg in the colours of tokens.css; run after changing either.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const css = readFileSync(join(root, 'src/ui/tokens.css'), 'utf8');
const token = (name) => new RegExp(`--${name}:\\s*([^;]+);`).exec(css)[1];
const drawing = readFileSync(join(root, 'tools/icon.svg'), 'utf8')
  .replace('PRIMARY', token('primary'))
  .replace('INK', token('on-primary'));
// A maskable icon is cut to any shape by the device: no own corners, and the drawing within the inner 80 %.
const maskable = drawing
  .replace(' rx="112"', '')
  .replace('<g ', '<g transform="translate(64 64) scale(0.75)" ');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
const draw = async (svg, size, name) => {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  writeFileSync(join(root, 'public/icons', name), await page.screenshot({ omitBackground: true }));
};
writeFileSync(join(root, 'public/icons/icon.svg'), drawing);
await draw(drawing, 192, 'icon-192.png');
await draw(drawing, 512, 'icon-512.png');
await draw(maskable, 512, 'icon-maskable-512.png');
await draw(maskable, 180, 'apple-touch-icon.png');
await browser.close();
