import type { Basis } from '@zhitongche/base';

/** What a photograph printed on a paper must be: the place it is cut to fill, and how finely it is printed at least. */
export interface PhotoRule {
  /** Where it is printed, in words: 专办员证. */
  readonly on: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Pixels to the inch below which faces blur. */
  readonly leastDpi: number;
  /** Share of either side that may be cut off: at both edges evenly, of the height at the foot. */
  readonly mostCut: number;
  readonly basis?: Basis;
}

/** A file whose size in pixels may be known: `295x413`. */
interface Pictured {
  readonly pixels?: string;
}

/** What is wrong with a photograph, in both languages, and what to do. */
export interface PhotoFault {
  readonly code: 'photo-unread' | 'photo-small' | 'photo-shape';
  readonly message: string;
  readonly en: string;
  readonly todo: string;
}

const INCH = 25.4;

/** Width and height a file was found to have when it was taken in as a photograph. */
export function pixelsOf({ pixels }: Pictured): { width: number; height: number } | null {
  const [, width, height] = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(pixels ?? '') ?? [];
  return width === undefined || height === undefined
    ? null
    : { width: Number(width), height: Number(height) };
}

/** What stands in the way of printing a photograph by its rule; empty when nothing does. */
export function photoFaults(rule: PhotoRule, file: Pictured): readonly PhotoFault[] {
  const size = pixelsOf(file);
  if (!size)
    return [
      {
        code: 'photo-unread',
        message: '没有作为照片上传',
        en: 'It was not uploaded as a photograph',
        todo: '请删除后在这一栏重新上传',
      },
    ];
  const faults: PhotoFault[] = [];
  const [wide, high] = [rule.widthMm, rule.heightMm].map((mm) => Math.floor((mm / INCH) * rule.leastDpi));
  if (wide !== undefined && high !== undefined && (size.width < wide || size.height < high))
    faults.push({
      code: 'photo-small',
      message: `只有${size.width}×${size.height}像素，印在${rule.on}上会模糊`,
      en: `${size.width}×${size.height} pixels are too few to be printed`,
      todo: `请换用不小于${wide}×${high}像素的照片`,
    });
  const shape = (size.width * rule.heightMm) / (size.height * rule.widthMm);
  if (1 - Math.min(shape, 1 / shape) > rule.mostCut)
    faults.push({
      code: 'photo-shape',
      message: `${shape > 1 ? '太宽' : '太高'}，裁成${rule.widthMm}×${rule.heightMm}毫米会切掉太多`,
      en: `It is too ${shape > 1 ? 'wide' : 'tall'} to be cut to ${rule.widthMm} × ${rule.heightMm} mm`,
      todo: `请裁成宽高约${rule.widthMm}比${rule.heightMm}的证件照再上传`,
    });
  return faults;
}
