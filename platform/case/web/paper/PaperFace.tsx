import { type Face, fitText, lineOf, type SheetBox, type SheetSize } from '@zhitongche/base';

const MM_PER_POINT = 25.4 / 72;
const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;
/** From the head of a line to the feet of its letters, in lines. */
const FEET = 0.8;

/** A face of a card or certificate on the screen, its lines broken as the paper breaks them; codes and pictures keep their room. */
export const PaperFace = ({ face, sheet }: { readonly face: Face; readonly sheet: SheetSize }) => (
  <svg
    className="paper-face"
    viewBox={`0 0 ${sheet.widthMm} ${sheet.heightMm}`}
    role="img"
    aria-label={wordsOf(face)}
  >
    {face.boxes.map((box, at) => (
      // Boxes are drawn once and never move; their place is their name.
      <Boxed key={at} box={box} />
    ))}
  </svg>
);

const wordsOf = ({ boxes }: Face): string =>
  boxes
    .flatMap((box) => (box.kind === 'text' ? [box.text] : box.kind === 'code' ? [box.says] : []))
    .join('，');

const Boxed = ({ box }: { readonly box: SheetBox }) => {
  const { x, y, width, height } = box;
  if (box.kind === 'frame')
    return (
      <rect
        {...{ x, y, width, height }}
        fill={box.fill ?? 'none'}
        stroke={box.colour}
        strokeWidth={box.weight}
      />
    );
  if (box.kind === 'picture' || box.kind === 'code')
    return <rect {...{ x, y, width, height }} className="paper-face-room" />;
  const mrz = box.kind === 'mrz';
  const lines = mrz ? box.lines : fitText(box.text, box).lines;
  const line = mrz ? height / box.lines.length : lineOf(box) * MM_PER_POINT;
  const align = mrz ? 'left' : (box.align ?? 'left');
  const place = mrz ? 'top' : (box.place ?? 'top');
  const spare = height - line * lines.length;
  const above = place === 'top' ? 0 : place === 'middle' ? spare / 2 : spare;
  return (
    <text
      textAnchor={ANCHORS[align]}
      fontSize={(mrz ? 10 : box.size) * MM_PER_POINT}
      fill={mrz ? 'currentColor' : (box.colour ?? 'currentColor')}
      className={mrz ? 'paper-face-mrz' : `face-${box.face ?? 'song'}`}
    >
      {lines.map((text, at) => (
        <tspan
          key={at}
          x={align === 'left' ? x : align === 'center' ? x + width / 2 : x + width}
          y={y + above + line * (at + FEET)}
        >
          {text}
        </tspan>
      ))}
    </text>
  );
};
