/** Where primitives live: every room may use and, below a class of its own, arrange them. */
const PRIMITIVES = 'packages/ui/';

const bare = (css) => css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/@import [^;]+;/g, '');
const classesIn = (selector) => [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name);

/** Selectors of a sheet, one by one; what stands after a colon in a declaration is none. */
function selectors(css) {
  return [...bare(css).matchAll(/([^{};]+)\{/g)]
    .map(([, head]) => head.trim())
    .filter((head) => !head.startsWith('@'))
    .flatMap((head) => head.split(/,(?![^(]*\))/))
    .map((one) => one.trim());
}

/**
 * What is wrong with these sheets, path → text, one line each: a class styled in two of them, a primitive restyled by
 * itself, a width that is not one of the named screens, a colour outside the tokens.
 */
export function faultsOfStyles(sheets, screens) {
  const homes = new Map();
  for (const [path, css] of sheets)
    for (const name of selectors(css).flatMap(classesIn))
      homes.set(name, (homes.get(name) ?? new Set()).add(path));
  const primitive = (name) => [...(homes.get(name) ?? [])].some((path) => path.startsWith(PRIMITIVES));
  const collisions = [...homes].flatMap(([name, paths]) =>
    paths.size > 1 && !primitive(name)
      ? [`.${name} is styled in more than one file: ${[...paths].join(', ')}`]
      : [],
  );
  const restyled = [...sheets].flatMap(([path, css]) =>
    path.startsWith(PRIMITIVES)
      ? []
      : selectors(css)
          .filter((one) => classesIn(one).length > 0 && classesIn(one).every(primitive))
          .map((one) => `${path} restyles a primitive everywhere: ${one}`),
  );
  const rest = [...sheets].flatMap(([path, css]) => [...widths(path, css, screens), ...colours(path, css)]);
  return [...collisions, ...restyled, ...rest];
}

/** The one sheet that names colours. */
const TOKENS = 'packages/ui/src/tokens.css';
const COLOUR =
  /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(|:[^;{}]*\b(?:white|black|red|green|blue|gr[ae]y|yellow|orange)\b/gi;

function colours(path, css) {
  if (path === TOKENS) return [];
  const declared = bare(css)
    .replaceAll(/[^{};]+\{/g, '{')
    .replaceAll(/var\([^)]*\)/g, '');
  return [...declared.matchAll(COLOUR)].map(
    ([found]) => `${path} names a colour that is no token: ${found.trim()}`,
  );
}

function widths(path, css, screens) {
  return [...bare(css).matchAll(/@media ([^{]+)\{/g)].flatMap(([, query]) => [
    ...(/\b(width|height)\b/.test(query)
      ? [`${path} asks for a width without a name: @media ${query.trim()}`]
      : []),
    ...[...query.matchAll(/\(--([\w-]+)\)/g)]
      .filter(([, name]) => !screens.includes(name))
      .map(([, name]) => `${path} asks for a screen nobody named: ${name}`),
  ]);
}
