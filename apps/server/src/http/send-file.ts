import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { FileReply } from '@zhitongche/core/server';

/** Types a browser may show in place: they run nothing. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** Sends a file so that a browser neither guesses its type nor runs anything in it. */
export function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  const shown = file.inline === true && SHOWN.has(file.type);
  return reply
    .type(file.type)
    .header('x-content-type-options', 'nosniff')
    .header(
      'content-security-policy',
      shown && file.type === 'application/pdf'
        ? "default-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        : "default-src 'none'; sandbox; frame-ancestors 'self'",
    )
    .header('x-frame-options', 'SAMEORIGIN')
    .header('content-disposition', disposition(shown, file.name))
    .send(file.body instanceof Readable ? file.body : Buffer.from(file.body));
}

/** `Content-Disposition` with the name in RFC 8187 form and an ASCII stand-in for old programs. */
export function disposition(inline: boolean, name: string | undefined): string {
  const kind = inline ? 'inline' : 'attachment';
  if (!name) return kind;
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%;]/g, '_');
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${full}`;
}
