import { API, type Endpoint, ProblemDocument, BACKGROUND } from '@zhitongche/contract';
import type { TSchema } from 'typebox';

type Doc = { readonly [key: string]: unknown };

/** The contract as an OpenAPI 3.1 document; nothing in it is written twice. */
export function openApi(version: string): Doc {
  const paths: Record<string, Record<string, Doc>> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(API)) {
    const path = endpoint.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '直通车 Zhitongche',
      version,
      description:
        '外事办公室统一申报、统一审批平台的程序接口。写操作须带 x-csrf-token 与 Idempotency-Key；所有错误均为 RFC 9457 文档，附中英文说明。',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: plain(ProblemDocument) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'zhitongche' } },
    },
  };
}

function operation(name: string, endpoint: Endpoint): Doc {
  const content = contentOf(endpoint);
  return {
    operationId: name,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: callerText(endpoint),
    ...(endpoint.caller === 'public' ? { security: [] } : { security: [{ session: [] }] }),
    parameters: [
      ...fieldsOf(endpoint.params, 'path'),
      ...fieldsOf(endpoint.query, 'query'),
      ...headersOf(endpoint),
    ],
    ...bodyOf(endpoint),
    responses: {
      [content ? '200' : '204']: { description: '成功', ...(content ? { content } : {}) },
      default: {
        description: `问题文档${endpoint.problems ? `；另有代码 ${endpoint.problems.join('、')}` : ''}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const callerText = ({ caller }: Endpoint): string =>
  caller === 'public'
    ? '无须登录。'
    : caller === 'signed-in'
      ? '须登录。'
      : caller === 'visitor'
        ? '须以公众账户登录。'
        : `须登录，角色：${caller.join('、')}。`;

function contentOf(endpoint: Endpoint): Doc | null {
  if (endpoint.reply) return { 'application/json': { schema: plain(endpoint.reply) } };
  if (!endpoint.file) return null;
  return Object.fromEntries(
    endpoint.file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
  );
}

function bodyOf(endpoint: Endpoint): Doc {
  if (endpoint.body)
    return {
      requestBody: { required: true, content: { 'application/json': { schema: plain(endpoint.body) } } },
    };
  if (!endpoint.upload) return {};
  const schema = {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary' } },
  };
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
}

function headersOf(endpoint: Endpoint): readonly Doc[] {
  const text = { type: 'string' };
  return [
    ...(endpoint.caller !== 'public' && endpoint.method !== 'GET'
      ? [{ name: 'x-csrf-token', in: 'header', required: true, schema: text }]
      : []),
    ...(endpoint.caller !== 'public'
      ? [
          {
            name: BACKGROUND,
            in: 'header',
            required: false,
            description: '页面自行刷新时带上：不算操作，不延长登录。',
            schema: text,
          },
        ]
      : []),
    ...(endpoint.writes
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { ...text, pattern: '^[A-Za-z0-9_-]{8,64}$' },
          },
        ]
      : []),
  ];
}

function fieldsOf(schema: TSchema | undefined, place: 'path' | 'query'): readonly Doc[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = plain(schema) as {
    readonly properties?: Doc;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: value,
  }));
}

/** A schema without the library's own marks. */
const plain = (schema: TSchema): Doc => JSON.parse(JSON.stringify(schema));
