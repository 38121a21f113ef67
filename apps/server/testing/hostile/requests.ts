import fc from 'fast-check';
import { openApi } from '../../src/http/openapi.ts';
import { absurd, fromSchema, isSchema, NASTY, type Schema, spoilt } from './from-schema.ts';

/** How far a request keeps to the contract. */
export type Manner = 'valid' | 'nearly' | 'absurd';

/** A request as it is sent. */
export interface HostileRequest {
  readonly name: string;
  readonly manner: Manner;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | Buffer | null;
}

/** One operation of the printed contract. */
export interface Operation {
  readonly name: string;
  readonly method: HostileRequest['method'];
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly body: Schema | null;
  readonly upload: boolean;
}

/** Every operation of the document that is served to the world. */
export function operations(): readonly Operation[] {
  const { paths } = openApi('0');
  const found: Operation[] = [];
  for (const [path, item] of Object.entries(isSchema(paths) ? paths : {}))
    for (const [method, op] of Object.entries(isSchema(item) ? item : {})) {
      if (!isSchema(op)) continue;
      const content = part(part(op.requestBody, 'content'));
      found.push({
        name: String(op.operationId),
        method: method.toUpperCase() as Operation['method'],
        path,
        parameters: Array.isArray(op.parameters) ? op.parameters : [],
        body: 'application/json' in content ? part(content['application/json'], 'schema') : null,
        upload: 'multipart/form-data' in content,
      });
    }
  return found;
}

function part(value: unknown, key?: string): Schema {
  const found = key === undefined || !isSchema(value) ? value : value[key];
  return isSchema(found) ? found : {};
}

/** Requests for one operation in one manner; `ids` are ones that exist. */
export function requestsFor(
  op: Operation,
  manner: Manner,
  ids: readonly string[],
): fc.Arbitrary<HostileRequest> {
  const values = op.parameters
    .filter((one) => one.in !== 'header')
    .map((one) => {
      const sound = fromSchema(one.schema, ids).map(asText);
      const value =
        manner === 'valid'
          ? sound
          : manner === 'nearly'
            ? fc.oneof(sound, fc.constantFrom(...NASTY))
            : fc.oneof(fc.string(), fc.constantFrom(...NASTY));
      const left = one.in === 'query' && !one.required;
      return (left ? fc.option(value) : value).map((text) => ({ name: one.name, in: one.in, text }));
    });
  const sound = op.body ? fromSchema(op.body, ids) : fc.constant(undefined);
  const json = manner === 'valid' ? sound : manner === 'nearly' ? spoilt(sound) : absurd;
  const raw = fc.oneof(
    fc.string(),
    fc.constantFrom('{', '[1,', '{"a":1,"a":2}', '['.repeat(5_000), '\u0000', 'null'),
  );
  const body =
    manner === 'absurd'
      ? fc.oneof({ weight: 4, arbitrary: json.map(asJson) }, { weight: 1, arbitrary: raw })
      : json.map(asJson);
  const file = fc.tuple(
    fc.uint8Array({ maxLength: 400 }),
    fc.constantFrom('a.pdf', 'a.xlsx', 'a', '../a.png', '\u202e.pdf', ''),
  );
  return fc
    .tuple(
      fc.tuple(...values),
      op.upload ? file : body,
      headersFor(op, manner),
      fc.integer({ min: 1, max: 250 }),
    )
    .map(([parts, sent, headers, host]) => {
      const from = { 'x-forwarded-for': `10.9.8.${host}` };
      if (Array.isArray(sent)) {
        const form = multipart(sent[0], sent[1]);
        return {
          ...request(op, manner, parts),
          headers: { ...from, ...form.headers, ...headers },
          payload: form.payload,
        };
      }
      const carries = op.method !== 'GET' && sent !== null;
      const type = carries ? { 'content-type': 'application/json' } : {};
      return {
        ...request(op, manner, parts),
        headers: { ...from, ...type, ...headers },
        payload: carries ? sent : null,
      };
    });
}

function request(
  op: Operation,
  manner: Manner,
  parts: readonly { readonly name: string; readonly in: string; readonly text: string | null }[],
) {
  const path = op.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const text = parts.find((one) => one.in === 'path' && one.name === name)?.text;
    return encode(text ?? '') || 'x';
  });
  const query = parts.flatMap((one) =>
    one.in === 'query' && one.text !== null ? [`${one.name}=${encode(one.text)}`] : [],
  );
  return {
    name: op.name,
    manner,
    method: op.method,
    url: query.length > 0 ? `${path}?${query.join('&')}` : path,
  };
}

function headersFor(op: Operation, manner: Manner): fc.Arbitrary<Readonly<Record<string, string>>> {
  const key = op.parameters.some((one) => one.name === 'Idempotency-Key')
    ? fc.uuid().map((id): Readonly<Record<string, string>> => ({ 'idempotency-key': id }))
    : fc.constant({});
  if (manner !== 'absurd') return key;
  return fc.oneof(
    { weight: 3, arbitrary: key },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Readonly<Record<string, string>>>(
        { 'content-type': 'text/plain' },
        { 'content-type': 'application/json; charset=utf-16' },
        { 'content-type': 'multipart/form-data' },
        { 'idempotency-key': 'x'.repeat(500) },
        { accept: '*/*;q=nonsense', 'accept-encoding': 'br;q=9' },
        { cookie: 'ztc=;;;=;\u00ff' },
        { origin: 'null' },
        { range: 'bytes=0-,5-1' },
      ),
    },
  );
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
const asJson = (value: unknown): string | null =>
  value === undefined ? null : (JSON.stringify(value) ?? null);
/** Halves of surrogate pairs cannot be percent-encoded; they are sent as a raw broken escape. */
function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}

function multipart(bytes: Uint8Array, name: string) {
  const boundary = 'hostile-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
