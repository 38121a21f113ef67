import { createRequire } from 'node:module';
import type { Typeface } from '@zhitongche/base';

/** Chinese names of the faces, for messages and for Word files. */
export const FACE_NAMES: Readonly<Record<Typeface, string>> = {
  fangsong: '仿宋',
  xiaobiaosong: '小标宋',
  hei: '黑体',
  kai: '楷体',
  song: '宋体',
};

/** What the Chinese faces lack: Latin Extended, Greek and Cyrillic; Hangul; rare characters outside the basic plane. */
const FURTHER = ['Noto Serif', 'NanumMyeongjo', 'LXGW WenKai'] as const;

/** What each face is drawn with when the office mounts no font of its own; why: docs/decisions/fonts.md. */
export const SHIPPED_FACES: Readonly<
  Record<Typeface, { readonly families: readonly string[]; readonly weight: number }>
> = {
  fangsong: { families: ['Noto Serif SC', ...FURTHER], weight: 400 },
  xiaobiaosong: { families: ['Noto Serif SC', ...FURTHER], weight: 700 },
  hei: { families: ['Noto Sans SC', 'Noto Serif SC', ...FURTHER], weight: 400 },
  kai: { families: ['LXGW WenKai', 'Noto Serif SC', ...FURTHER], weight: 400 },
  song: { families: ['Noto Serif SC', ...FURTHER], weight: 400 },
};

/** Paths of the font files that arrive with the install (SIL OFL 1.1). */
export function shippedFontFiles(): readonly string[] {
  const { resolve } = createRequire(import.meta.url);
  return [
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
    '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf',
    '@expo-google-fonts/nanum-myeongjo/400Regular/NanumMyeongjo_400Regular.ttf',
    '@expo-google-fonts/nanum-myeongjo/700Bold/NanumMyeongjo_700Bold.ttf',
    // One file with all its characters, whatever its name says; weight 400 by its own tables.
    '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
    // Machine-readable lines; in no chain of a face.
    '@zhitongche/typeset/fonts/ocr-b/OCRB.otf',
  ].map((path) => resolve(path));
}
