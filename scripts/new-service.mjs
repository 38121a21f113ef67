// npm run new:service <family>/<item> [中文名称] [-- --start=approval|internal]: a service folder that passes every test, and
// one line in the catalogue. `approval`: a unit asks, the office decides; `internal`: the office's own.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { lockShapes } from './lock-shapes.mjs';

const FLOOR = new URL('../catalogue/', import.meta.url);
const TEMPLATES = new URL('./new-service/templates/', import.meta.url);
const CATALOGUE = new URL('catalogue.ts', FLOOR);

const stop = (message) => {
  console.error(message);
  process.exit(1);
};

const STARTS = ['approval', 'internal'];
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const [place = '', label = '新事项'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const start = flags[0]?.replace(/^--start=/, '') ?? STARTS[0];
const WORD = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
if (!new RegExp(`^${WORD}/${WORD}$`).test(place))
  stop(
    '用法：npm run new:service <类别>/<事项> [中文名称] [-- --start=approval|internal]\n用小写字母、数字和连字符，如 inbound/guest-invitation',
  );
if (flags.length > 1 || !STARTS.includes(start))
  stop(`起点只有 ${STARTS.join('、')}：单位申报本办审批，或本办内部事项`);
const [, name] = place.split('/');
if (/["'`\\$\n]/.test(label)) stop('中文名称不能含引号、反斜杠或美元符号');

const folder = new URL(`${place}/`, FLOOR);
if (taken()) stop(`事项 ${name} 已存在，请换一个名称`);

/** Whether a folder of the catalogue holds a service of this code. */
function taken() {
  return readdirSync(fileURLToPath(FLOOR), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .some((entry) =>
      readdirSync(fileURLToPath(new URL(`${entry.name}/`, FLOOR))).some(
        (item) => item === name || `${entry.name}-${item}` === name,
      ),
    );
}

const pascal = name.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());
const words = {
  __CODE__: name,
  __CAMEL__: pascal[0].toLowerCase() + pascal.slice(1),
  __LABEL__: label,
  __EN__: (name[0].toUpperCase() + name.slice(1)).replaceAll('-', ' '),
};

mkdirSync(folder, { recursive: true });
for (const from of ['common', start].map((name) => new URL(`${name}/`, TEMPLATES)))
  for (const file of readdirSync(fileURLToPath(from))) {
    const template = readFileSync(new URL(file, from), 'utf8');
    const text = template.replace(/__[A-Z]+__/g, (word) => words[word] ?? word);
    writeFileSync(new URL(file.replace(/\.tmpl$/, ''), folder), text);
  }
const catalogue = readFileSync(CATALOGUE, 'utf8');
writeFileSync(
  CATALOGUE,
  `${catalogue}export const ${words.__CAMEL__} = () => import('./${place}/index.ts');\n`,
);
await lockShapes();
// How lines break depends on how long the names are.
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'format', '--write', fileURLToPath(folder)], { stdio: 'ignore' });

console.log(`已建立 catalogue/${place}，并在 catalogue.ts 增加一行。
接下来：先写 README.md，再依次改 form.ts、policy.ts、rules.ts、flow.ts${start === 'approval' ? '、papers.ts' : ''}、registers.ts、story.test.ts。
检查：npm test -- catalogue/${place}`);
