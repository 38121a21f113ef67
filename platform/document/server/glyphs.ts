import { drawnBy, readRanges, type Result } from '@zhitongche/base';
import { type FontConfig, paperCoverage } from '@zhitongche/typeset';
import type { Glyphs } from '@zhitongche/core/server';

let shipped: Promise<Result<string>> | undefined;

/** Reads from the font files what every face can draw, the office's own faces before the shipped ones. */
export async function openGlyphs(fonts: FontConfig | null): Promise<Result<Glyphs>> {
  // The shipped files never change while a process lives.
  shipped ??= paperCoverage();
  const coverage = fonts ? await paperCoverage(fonts) : await shipped;
  if (!coverage.ok) return coverage;
  const ranges = readRanges(coverage.value);
  return { ok: true, value: { ranges: coverage.value, draws: drawnBy(ranges) } };
}

/** What the faces that arrive with the install draw. */
export async function shippedGlyphs(): Promise<Glyphs> {
  const glyphs = await openGlyphs(null);
  if (!glyphs.ok) throw new Error('The shipped fonts cannot be read');
  return glyphs.value;
}
