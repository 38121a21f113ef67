import { describe, expect, it } from 'vitest';
import { judgeTarget, targetRules } from './target.ts';

const OWN = ['10.20.0.0/16', 'fd00:20::/32'];

describe('a target', () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    'open.example': ['8.8.8.8'],
    'own.example': ['10.20.0.1'],
    'mixed.example': ['8.8.8.8', '127.0.0.1'],
    'meta.example': ['169.254.169.254'],
  };
  const rules = { ...targetRules(OWN), resolve: async (host: string) => names[host] ?? [] };
  const verdict = async (url: string): Promise<string> => {
    const judged = await judgeTarget(url, rules);
    return typeof judged === 'string' ? judged : `→ ${judged.address}`;
  };
  it.each([
    ['https://open.example/hook', '→ 8.8.8.8'],
    ['http://own.example:8080/hook', '→ 10.20.0.1'],
    ['https://own.example/hook', '→ 10.20.0.1'],
    ['http://10.20.0.7/hook', '→ 10.20.0.7'],
  ])('%s may be called, at the address that was judged', async (url, said) => {
    expect(await verdict(url)).toBe(said);
  });
  it.each([
    ['http://open.example/hook', '只能用 https'],
    ['https://mixed.example/', '不允许推送'],
    ['https://meta.example/', '不允许推送'],
    ['https://localhost/', '解析不到'],
    ['https://[::1]/', '不允许推送'],
    ['https://127.1/', '不允许推送'],
    ['https://0x7f000001/', '不允许推送'],
    ['https://2130706433/', '不允许推送'],
    ['https://user:pw@open.example/', '用户名和密码'],
    ['ftp://open.example/', 'https://'],
    ['file:///etc/passwd', 'https://'],
    ['open.example', 'https://'],
    ['https://nowhere.example/', '解析不到'],
  ])('%s may not', async (url, said) => {
    expect(await verdict(url)).toContain(said);
  });
});
