import { least, most } from '../bounds.ts';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.js';

/** A straight drawn line in page coordinates (points, origin at the bottom left). */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Filled boxes no thicker than this many points are drawn lines; Word and LibreOffice draw table borders that way. */
const thickest = 2.5;

/** The drawn horizontal and vertical lines of a page, stroked or as thin filled boxes. */
export function rulesOf(list: PDFOperatorList): Rule[] {
  const rules: Rule[] = [];
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  list.fnArray.forEach((operation, index) => {
    const args: unknown = list.argsArray[index];
    if (operation === OPS.save) stack.push(matrix);
    else if (operation === OPS.restore) matrix = stack.pop() ?? matrix;
    else if (operation === OPS.transform) matrix = multiply(matrix, numbers(args));
    else if (operation === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      if (Array.isArray(args) && args[0]) matrix = multiply(matrix, numbers(args[0]));
    } else if (operation === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    else if (operation === OPS.constructPath && Array.isArray(args))
      for (const rule of pathRules(args, matrix)) rules.push(rule);
  });
  return rules;
}

function pathRules(args: readonly unknown[], matrix: Matrix): Rule[] {
  const paint = args[0];
  const filled = paint === OPS.fill || paint === OPS.eoFill;
  const stroked =
    paint === OPS.stroke ||
    paint === OPS.closeStroke ||
    paint === OPS.fillStroke ||
    paint === OPS.eoFillStroke;
  if (!filled && !stroked) return [];
  const data: unknown = Array.isArray(args[1]) ? args[1][0] : null;
  return subpaths(numbers(data)).flatMap((points) => {
    const placed = points.map((point) => apply(matrix, point));
    return filled && !stroked ? boxRule(placed) : strokes(placed);
  });
}

type Point = readonly [number, number];

/** pdf.js codes a path as numbers (its `DrawOPS`): 0 move, 1 line, 2 cubic curve, 3 close, each followed by its coordinates. */
function subpaths(data: readonly number[]): Point[][] {
  const paths: Point[][] = [];
  const arity: Record<number, number> = { 0: 2, 1: 2, 2: 6, 3: 0 };
  for (let at = 0; at < data.length; ) {
    const code = data[at] ?? -1;
    const count = arity[code];
    if (count === undefined) break;
    const own = paths.at(-1);
    const point: Point = [data[at + count - 1] ?? 0, data[at + count] ?? 0];
    if (code === 0) paths.push([point]);
    else if (code === 3) {
      const [first] = own ?? [];
      if (first !== undefined) own?.push(first);
    } else own?.push(point);
    at += count + 1;
  }
  return paths;
}

function strokes(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap((point, at) => straight(points[at] ?? point, point));
}

function straight([x1, y1]: Point, [x2, y2]: Point): Rule[] {
  const level = Math.abs(y1 - y2) < 0.7;
  const upright = Math.abs(x1 - x2) < 0.7;
  return level === upright
    ? []
    : [{ x1: Math.min(x1, x2), y1: Math.min(y1, y2), x2: Math.max(x1, x2), y2: Math.max(y1, y2) }];
}

function boxRule(points: readonly Point[]): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, bottom, top] = [least(xs), most(xs), least(ys), most(ys)];
  const [width, height] = [right - left, top - bottom];
  if (height <= thickest && width > height)
    return [{ x1: left, x2: right, y1: (bottom + top) / 2, y2: (bottom + top) / 2 }];
  if (width <= thickest && height > width)
    return [{ y1: bottom, y2: top, x1: (left + right) / 2, x2: (left + right) / 2 }];
  return [];
}

function apply([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

function multiply([a, b, c, d, e, f]: Matrix, own: readonly number[]): Matrix {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = own;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function numbers(value: unknown): number[] {
  if (value === null || typeof value !== 'object') return [];
  const own: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return own.filter((entry) => typeof entry === 'number');
}
