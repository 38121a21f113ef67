/**
 * How wide letters are at most, whichever of the shipped faces they stand in: hundredths of the type size, rounded up,
 * read from the fonts (docs/decisions/fonts.md names them; a test reads them again). Two digits of base 36 for each
 * letter from the first one of a range on.
 */
const RANGES: readonly (readonly [from: number, widths: string])[] = [
  [
    0x20,
    '0z101c1q1o2p290z14141e1p0z110z141o1o1o1o1o1o1o1o1o1o0z0z1p1p1p1o2p231z1z271v1t242f171i251t2t2a27' +
      '1w27241q1y2a2232211z1r1214121p1o1p1n1w1l1u1m151o1x0z0y1u102t1x1r1w1s1e1f141w1m2g1o1n1g120z121p2s' +
      '2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s2s0z101n201n1o0z2s1p2c131o1p11261p' +
      '112s16161p1u2s2s1p16161o2s2s2s1o2323232323232s1z1v1v1v1v17171717272a27272727272s272a2a2a2a1z1x1z' +
      '1n1n1n1n1n1n2i1l1m1m1m1m0z0z0z0z1r1x1r1r1r1r1r2s1r1w1w1w1w1n1v1n231n231n241o1z1l1z1h1z1l1z1l271u' +
      '271u1v1m1u1m1v1m1u1m1v1m251m251m241o251m2a1v2a1v170z170z151015101710281y1e0z221s1s1t101u101t101u' +
      '1b1u102a1x271v2a1x2e271v271r271r271q2w2p241e201h241e1q1f1q1f1q1f1q1f1u151y141u152a1w2a1w2a1w231v' +
      '231v241v2z2f1y1m1y1r1g1r1g1r1g141t291s1t1v1t211z1h252j1u1t1q1u211r221n251y2n1515221s101l38271v27' +
      '271r3b2n261t1z1q1f1s17151u151u2a1w2723251t1v1h1q1q1o1h1o1o1g1l1t171p1o13403m3a2v2s1y3d362u231n17' +
      '0z271r2a1w2a1w2a1w2a1w2a1w1m231n231n2s2i251m241o251u271q271q1q1k0y403m3a241o37212a1x231n2s2i271r' +
      '241o241o1u1m1u1m15101510271q271q1z1h1z1h231v231v1q1f1u151q1i2f1x2b25221t1v1h231n1u1m271r271r271r' +
      '271r1z1n1825180z2n2n241z1h1u1u1f1h1l1k1w231y1u1m1e0z2d1t1z1h1y1m',
  ],
  [
    0x370,
    '1q1h1v1m0n0n2a232s2s0z1h1h1h0z1e2s2s2s2s0t1p232s212f172s2a2s242b10231z1s1z1v1r2f281725232t2a1t27' +
      '2e1w2s1r1y1z2e212h29151y1t1i1s0y1p1t1t1n1o1i1g1s1n0y1q1r1u1n1h1p1w1t1g1w1h1p2a1n2c2e101p1p1p2e22' +
      '1t25252p252a2s1p281q1z1j1r1k1n1k1w1w2s2s2s2s2s2s2s2s2s2s2s2s2s2s1v1p1h0z271h1h1s1t1z2o291t211z21' +
      '1v1v2b1s1z1q14141e2q2w2h252g1y29231x1z1s281v301r2g2g25272t2f272e1w1z1y212b212e283b3c292y1x1x3423' +
      '1n1r1o1f1w1m2i1f21211s1v2b201r1z1w1l1q1n2f1o211s2p2s1y2h1m1j2j1q1m1m1s1f1h1f10100y2c2h1u1s211p1v' +
      '2v2i201p2w2e281v392o2k283m321q1h2q1z271r231s231t3n352b1t352p2v2i1v1h1p000000000000002b1w1s1p1s1t' +
      '1m1c1o1f201q312o1q1h241v241w201t2b252a1y2l2a352m2d201v1h1u1l1y1p1y1p241t2s2f261x271u261v2e1z2e1z' +
      '152w2h211u241r2a1y2a1w261x2p2e15241o241o2s2g1u1m211m211m2w2h1r1f1q1k2g212b1w271q271q271q1x1h211n' +
      '1y1m1y1m271u1o1f2r2g1o1f221t221t1s1t2p2q2r2f1t1i2y2s372u271u2e271q1h231r312m2l2m2o2g271t2z2f201q' +
      '2x2l362o291w261v2a1y473e261x211v',
  ],
  [
    0x1e00,
    '241o1z1w1w1t1w1t1z1l271u251t251t251t251t1v1m1v1m1u1m1u1m1u1m1t15241o2f1x2a1v2a1v2a1v2a1v1510170z' +
      '251u221s221s1u101u101u101u102t2t2t2t2o2r2a1x271v271v271v271r271q271r271r1w1w1w1w241e1z1h1z1h1z1h' +
      '1q1f1q1f1q1f1q1f1q1f1y141u151u151u15231v231v231v2a1w231v1y1p1y1p322g322g2z2f322g2z2f211o221t1z1n' +
      '1v1h1v1h1v1h1v152f1m1q141515231q231n231n231n231n231n231n231n231n231n231n231n231n1v1m1v1m1v1m1v1m' +
      '1v1m1v1m1v1m1v1m170z170z271r271r271r271r271r271r271r271r271r271r271r271r2a1w2a1w2a1w2a1w2a1w2a1w' +
      '2a1w1z1n1z1n1z1n1z1n2s1x1t1p1y1m',
  ],
  [0x2010, '2s111o1o2s2s2s161e1e0z0z1e1e1c1d2s2s2s1e0u2s2s2s000000000000000i2s4t0t1e222s1e22181h1h'],
  [0x20a0, '251z1z1n202s272s382g2i1n23221u331s1s25241q1v1o1l1l1k1l1u271q1y1l'],
  [
    0x2100,
    '2s2s1s2s202s2s1q1x2s2s2y22261w2s231k2c1l1s26362s2c1u272g2d20281z2c2s2d1y1r1o2s2s1n122s2s2c1w2i1b' +
      '1p2b1r381c2s1j171g102y2s261j1k2c1q241k1o1r211m1e0z0z2b2s1u2s1g30',
  ],
];

const MOST = 3;

/** Signs of Chinese, Japanese and Korean and full-width forms take their whole square. */
const isSquare = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0xa4cf && code !== 0x302e && code !== 0x302f) ||
  (code >= 0xac00 && code <= 0xd7ff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff00 && code <= 0xffef) ||
  code >= 0x20000;

/** What a letter takes of a line at most, in type sizes; three, the longest dash, for signs nobody measured. */
export function advanceOf(code: number): number {
  if (isSquare(code)) return 1;
  for (const [from, widths] of RANGES) {
    const at = 2 * (code - from);
    if (at >= 0 && at < widths.length) return Number.parseInt(widths.slice(at, at + 2), 36) / 100;
  }
  return MOST;
}
