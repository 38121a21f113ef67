import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs the tests hold our documents and pages against, with the Debian package that brings each. */
const TOOLS = [
  { any: ['chromium', 'chromium-browser', 'google-chrome'], packages: ['chromium'] },
  { any: ['pdftotext'], packages: ['poppler-utils'] },
  { any: ['qpdf'], packages: ['qpdf'] },
  { any: ['soffice', 'libreoffice'], packages: ['libreoffice-writer', 'libreoffice-calc'] },
  { any: ['openssl'], packages: ['openssl'] },
  { any: ['zbarimg'], packages: ['zbar-tools'] },
  { any: ['dmtxread'], packages: ['dmtx-utils'] },
  { any: ['pcscd'], packages: ['pcscd'] },
  { any: ['opensc-tool'], packages: ['opensc'] },
  { any: ['vpcd-config'], packages: ['vsmartcard-vpcd'] },
  { any: ['scriptor'], packages: ['pcsc-tools'] },
];

const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, name)));

/** Chinese glyphs for the browser; without them screenshots show boxes. */
const hasChineseFont = () =>
  spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout?.trim().length > 0;

/** Debian packages that are still missing. */
function missingPackages() {
  const missing = TOOLS.filter((tool) => !tool.any.some(onPath)).flatMap((tool) => tool.packages);
  return hasChineseFont() ? missing : [...missing, 'fonts-noto-cjk', 'fontconfig'];
}

/** Installs the missing programs through apt when that is possible, else says what is missing; false = tests cannot run. */
export function ensureTools() {
  const missing = missingPackages();
  if (missing.length === 0) return true;
  const root = process.getuid?.() === 0;
  if (!root || !onPath('apt-get')) {
    console.error(`测试需要以下系统软件包，请先安装：\n  ${missing.join(' ')}`);
    return false;
  }
  console.log(`安装测试用系统软件包：${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  const still = missingPackages();
  if (still.length > 0) console.error(`安装后仍缺少：${still.join(' ')}`);
  return still.length === 0;
}
