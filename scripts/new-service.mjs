// npm run new:service <name> [中文名称]: a service folder that passes every test, and one line in the catalogue.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { lockShapes } from './lock-shapes.mjs';

const SERVICES = new URL('../packages/services/src/', import.meta.url);
const TEMPLATES = new URL('./new-service/templates/', import.meta.url);
const CATALOGUE = new URL('catalogue.ts', SERVICES);

const stop = (message) => {
  console.error(message);
  process.exit(1);
};

const [name = '', label = '新事项'] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
  stop('用法：npm run new:service <name> [中文名称]\n名称用小写字母、数字和连字符，如 guest-invitation');
if (/["'`\\$\n]/.test(label)) stop('中文名称不能含引号、反斜杠或美元符号');

const folder = new URL(`${name}/`, SERVICES);
if (existsSync(folder)) stop(`packages/services/src/${name} 已存在，请换一个名称`);

const pascal = name.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());
const words = {
  __CODE__: name,
  __CAMEL__: pascal[0].toLowerCase() + pascal.slice(1),
  __LABEL__: label,
  __EN__: (name[0].toUpperCase() + name.slice(1)).replaceAll('-', ' '),
};

mkdirSync(folder);
for (const file of readdirSync(fileURLToPath(TEMPLATES))) {
  const template = readFileSync(new URL(file, TEMPLATES), 'utf8');
  const text = template.replace(/__[A-Z]+__/g, (word) => words[word] ?? word);
  writeFileSync(new URL(file.replace(/\.tmpl$/, ''), folder), text);
}
const catalogue = readFileSync(CATALOGUE, 'utf8');
writeFileSync(CATALOGUE, `${catalogue}export { ${words.__CAMEL__} } from './${name}/index.ts';\n`);
await lockShapes();
// How lines break depends on how long the names are.
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'format', '--write', fileURLToPath(folder)], { stdio: 'ignore' });

console.log(`已建立 packages/services/src/${name}，并在 catalogue.ts 增加一行。
接下来：先写 README.md，再依次改 form.ts、policy.ts、rules.ts、flow.ts、papers.ts、registers.ts、story.test.ts。
检查：npx vitest run packages/services`);
