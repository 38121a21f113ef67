import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { root } from './root.mjs';

const nameOf = ({ kind, name }) => ({ Name: name, Default: 'default' })[kind] ?? '*';

/**
 * What a file imports and exports, name by name: `imports` of `{ start, end, from, names: [{ name, as, type }] }`, `passes`
 * (re-exports) alike, `own` the names it defines, `lazy` the literal `import(…)` with their places.
 */
export function namesOf(path) {
  const source = readFileSync(join(root, path), 'utf8');
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const imports = module.staticImports.map(({ start, end, moduleRequest, entries }) => ({
    start,
    end,
    from: moduleRequest.value,
    names: entries.map(({ importName, localName, isType }) => ({
      name: nameOf(importName),
      as: localName.value,
      type: isType,
    })),
  }));
  const passes = module.staticExports.flatMap(({ start, end, entries }) => {
    const passed = entries.filter(({ moduleRequest }) => moduleRequest);
    return passed.length === 0
      ? []
      : [
          {
            start,
            end,
            from: passed[0].moduleRequest.value,
            names: passed.map(({ importName, exportName, isType }) => ({
              name: nameOf(importName),
              as: nameOf(exportName),
              type: isType,
            })),
          },
        ];
  });
  const own = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, exportName }) => (moduleRequest ? [] : [nameOf(exportName)])),
  );
  return { source, imports, passes, own };
}

/** One import or re-export written anew: names grouped by where each now comes from. */
export function written(verb, names, placeOf) {
  const groups = new Map();
  for (const one of names) groups.set(placeOf(one), [...(groups.get(placeOf(one)) ?? []), one]);
  return [...groups]
    .map(([from, own]) => {
      const types = own.every(({ type }) => type);
      const word = ({ name, as, type }) =>
        `${type && !types ? 'type ' : ''}${name === as ? name : `${name} as ${as}`}`;
      return `${verb} ${types ? 'type ' : ''}{ ${own.map(word).join(', ')} } from '${from}';`;
    })
    .join('\n');
}
