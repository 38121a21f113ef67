import { crc32, deflateSync } from 'node:zlib';

type Ink = readonly [red: number, green: number, blue: number];
/** Whether a point of a square of side one is inked. */
export type Drawing = (x: number, y: number) => boolean;

const chunk = (kind: string, data: Uint8Array): Uint8Array => {
  const body = new Uint8Array([...new TextEncoder().encode(kind), ...data]);
  const framed = new Uint8Array(body.length + 8);
  const view = new DataView(framed.buffer);
  view.setUint32(0, data.length);
  framed.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return framed;
};

/** A PNG of a drawing in one ink on white, for specimens of the demo office. */
export function picture(side: number, ink: Ink, drawing: Drawing): Uint8Array {
  const raw = new Uint8Array(side * (side * 3 + 1));
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      raw.set(
        drawing((x + 0.5) / side, (y + 0.5) / side) ? ink : [255, 255, 255],
        y * (side * 3 + 1) + 1 + x * 3,
      );
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  head.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk('IHDR', head),
    ...chunk('IDAT', deflateSync(raw)),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

/** A round seal with a ring and a star of five points, of nobody. */
export const seal: Drawing = (x, y) => {
  const [dx, dy] = [x - 0.5, y - 0.5];
  const far = Math.hypot(dx, dy);
  if (far > 0.43 && far < 0.48) return true;
  const turn = ((Math.atan2(dx, -dy) / (2 * Math.PI)) * 5 + 10) % 1;
  const edge = Math.abs(turn - 0.5) * 2;
  return far < 0.07 + 0.11 * edge ** 2;
};

/** A stroke of the pen, different for every number. */
export const signature =
  (n: number): Drawing =>
  (x, y) => {
    const wave =
      0.5 + 0.16 * Math.sin(x * (11 + (n % 5))) * Math.cos(x * (5 + (n % 3)) + n) - 0.12 * (x - 0.5);
    return x > 0.08 && x < 0.92 && Math.abs(y - wave) < 0.012 + 0.012 * Math.abs(Math.sin(x * 17 + n));
  };
