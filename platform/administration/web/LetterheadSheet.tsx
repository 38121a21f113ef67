import { dayInChinese } from '@zhitongche/base';

/**
 * Where things stand on the first page, in millimetres, by GB/T 9704-2012: A4 and type area §5.2.1, 22 lines of 28
 * characters §5.2.3, mark 35 below the top of the type area and rule 4 below the number §7.2.4, date four characters
 * from the right §7.3.5.1. The empty top of the sheet above `cut` is left out.
 */
const PAGE = {
  width: 210,
  height: 265,
  cut: 40,
  left: 28,
  top: 37,
  area: 156,
  line: 225 / 22,
  character: 156 / 28,
};
const POINT = 25.4 / 72;
const BODY = 16 * POINT;
const TITLE = 22 * POINT;
/** From the top of a character's box to its baseline, as a share of its size. */
const BASELINE = 0.88;

/** The head and the signature of a paper as they will print, the words between them only hinted at. */
export const LetterheadSheet = ({
  name,
  signature,
  number,
  title,
  date,
}: {
  readonly name: string;
  readonly signature: string;
  readonly number: string;
  readonly title: string;
  /** Day the paper would bear. */
  readonly date: string;
}) => {
  const middle = PAGE.left + PAGE.area / 2;
  const head = Math.min(60 * POINT, PAGE.area / Math.max(name.length, 1));
  const headTop = PAGE.top + 35;
  const numberTop = headTop + head + 2 * PAGE.line + (PAGE.line - BODY) / 2;
  const rule = numberTop + BODY + 4;
  const titleTop = rule + 2 * PAGE.line;
  const text = titleTop + 1.2 * PAGE.line + PAGE.line;
  const signed = text + 5.5 * PAGE.line;
  const day = dayInChinese(date);
  const right = PAGE.left + PAGE.area - 4 * PAGE.character;
  // Digits are half as wide as characters.
  const dayWidth = [...day].reduce((sum, c) => sum + (/\d/.test(c) ? 0.5 : 1) * PAGE.character, 0);
  const half = (signature.length * PAGE.character) / 2;
  const centre = Math.min(right - dayWidth / 2, PAGE.left + PAGE.area - half);
  return (
    <svg
      className="letterhead-sheet"
      viewBox={`0 ${PAGE.cut} ${PAGE.width} ${PAGE.height - PAGE.cut}`}
      role="img"
      aria-label={`文头预览：红头“${name}”，文号“${number}”，落款“${signature}”`}
    >
      <text
        className="letterhead-head letterhead-centre"
        x={middle}
        y={headTop + head * BASELINE}
        fontSize={head}
      >
        {name}
      </text>
      <text className="letterhead-centre" x={middle} y={numberTop + BODY * BASELINE} fontSize={BODY}>
        {number}
      </text>
      <line className="letterhead-rule" x1={PAGE.left} x2={PAGE.left + PAGE.area} y1={rule} y2={rule} />
      <text
        className="letterhead-title letterhead-centre"
        x={middle}
        y={titleTop + TITLE * BASELINE}
        fontSize={TITLE}
      >
        {title}
      </text>
      {[8, 28, 28, 19].map((characters, i) => (
        <line
          key={i}
          className="letterhead-faint"
          x1={PAGE.left + (i === 1 ? 2 * PAGE.character : 0)}
          x2={PAGE.left + characters * PAGE.character}
          y1={text + (i + 0.5) * PAGE.line}
          y2={text + (i + 0.5) * PAGE.line}
        />
      ))}
      <text className="letterhead-centre" x={centre} y={signed + BODY * BASELINE} fontSize={BODY}>
        {signature}
      </text>
      <text className="letterhead-end" x={right} y={signed + PAGE.line + BODY * BASELINE} fontSize={BODY}>
        {day}
      </text>
    </svg>
  );
};
