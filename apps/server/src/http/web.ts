import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { API, type Endpoint } from '@zhitongche/contract';
import { sendProblem } from './errors.ts';
import { problemDocument } from '@zhitongche/core/server';

const patterns = Object.values<Endpoint>(API).map((endpoint) => ({
  method: endpoint.method,
  match: new RegExp(`^${endpoint.path.replaceAll(/:[a-zA-Z]+/g, '[^/]+')}$`),
}));

/** Serves the built browser files with the start page for every screen's address, and answers everything else with 404 or 405. */
export async function addWeb(http: FastifyInstance, dir: string): Promise<void> {
  const built = existsSync(join(dir, 'index.html'));
  if (built)
    await http.register(fastifyStatic, {
      root: dir,
      wildcard: false,
      setHeaders(reply, path) {
        // Vite names its assets by content; everything else may change with the next release.
        const forever = path.startsWith(join(dir, 'assets'));
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  http.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (!path.startsWith('/api/') && path !== '/api') {
      const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
      if (built && wantsPage) return reply.header('cache-control', 'no-cache').sendFile('index.html', dir);
    }
    const allowed = [...new Set(patterns.flatMap((p) => (p.match.test(path) ? [p.method] : [])))];
    if (allowed.length > 0) {
      reply.header('allow', allowed.join(', '));
      return sendProblem(
        request,
        reply,
        problemDocument(
          405,
          'input.method',
          `此地址只接受 ${allowed.join('、')}。`,
          `Only ${allowed.join(', ')} here.`,
        ),
      );
    }
    return sendProblem(
      request,
      reply,
      problemDocument(404, 'input.address', '没有这个地址。', 'No such address.'),
    );
  });
}
