import type { FastifyInstance } from 'fastify';
import { API, type Endpoint } from '@zhitongche/contract';
import { VERSION } from '@zhitongche/host';
import { openApi } from './openapi.ts';

/** Serves the OpenAPI document and a page to read it, without scripts and without anything from elsewhere. */
export function addDescription(http: FastifyInstance): void {
  const document = JSON.stringify(openApi(VERSION));
  const page = docsPage();
  http.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(document),
  );
  http.get('/api/docs', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
      )
      .send(page),
  );
  http.get('/api/docs.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
}

function docsPage(): string {
  const byTag = new Map<string, [string, Endpoint][]>();
  for (const entry of Object.entries<Endpoint>(API))
    byTag.set(entry[1].tag, [...(byTag.get(entry[1].tag) ?? []), entry]);
  const sections = [...byTag].map(
    ([tag, entries]) =>
      `<section><h2 id="${esc(tag)}">${esc(tag)}</h2>${entries.map(entryHtml).join('')}</section>`,
  );
  const nav = [...byTag.keys()].map((tag) => `<a href="#${esc(tag)}">${esc(tag)}</a>`).join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>直通车 接口说明</title><link rel="stylesheet" href="/api/docs.css"><header><h1>直通车 接口说明 ${esc(VERSION)}</h1>
<p>机器可读：<a href="/api/openapi.json">OpenAPI 3.1</a>。先 <code>POST /api/login</code>，回复中的 <code>csrf</code> 放入
<code>x-csrf-token</code>；写操作另带 <code>Idempotency-Key</code>，同一键重发不会重复办理。错误均为 RFC 9457 文档。</p>
<nav>${nav}</nav></header><main>${sections.join('')}</main></html>`;
}

function entryHtml([name, endpoint]: [string, Endpoint]): string {
  const caller =
    endpoint.caller === 'public'
      ? '公开'
      : endpoint.caller === 'signed-in'
        ? '已登录'
        : endpoint.caller === 'visitor'
          ? '公众账户'
          : endpoint.caller.join('、');
  const parts: readonly (readonly [string, unknown])[] = [
    ['路径参数', endpoint.params],
    ['查询参数', endpoint.query],
    ['请求内容', endpoint.body],
    ['回复', endpoint.reply],
  ];
  const details = parts
    .filter(([, schema]) => schema)
    .map(
      ([title, schema]) =>
        `<details><summary>${title}</summary><pre>${esc(JSON.stringify(schema, null, 2))}</pre></details>`,
    )
    .join('');
  const codes = endpoint.problems
    ? `<p>问题代码：${endpoint.problems.map((c) => `<code>${esc(c)}</code>`).join(' ')}</p>`
    : '';
  return `<article id="${esc(name)}"><h3><b class="${endpoint.method.toLowerCase()}">${endpoint.method}</b> <code>${esc(endpoint.path)}</code></h3>
<p>${esc(endpoint.summary)} · ${esc(caller)} · <code>${esc(name)}</code></p>${codes}${details}</article>`;
}

const esc = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#1c2b2d;background:#fff}
nav a{margin-right:1rem}article{border-top:1px solid #d5dedf;padding:.5rem 0}h3{margin:0}pre{overflow:auto;background:#f3f6f6;padding:.75rem;font-size:13px}
b{display:inline-block;min-width:4.5rem;color:#0b5563}b.delete{color:#a32020}b.post,b.put{color:#7a4a00}a{color:#0b5563}
@media (prefers-color-scheme:dark){body{background:#10191b;color:#dfe8e9}pre{background:#18262a}a,b{color:#7cc7d3}b.post,b.put{color:#e0b060}b.delete{color:#f09090}article{border-color:#2b3a3d}}`;
