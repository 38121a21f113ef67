import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '../app.ts';
import { describe } from '@zhitongche/host';
import type { PromMeter } from './prom-meter.ts';

/** The door of the figures, on an address of its own. */
export interface MetricsDoor {
  readonly port: number;
  close(): Promise<void>;
}

/** Opens the door: `GET /metrics` and nothing else. */
export async function openMetricsDoor(
  at: { readonly host: string; readonly port: number },
  meter: PromMeter,
  app: App,
): Promise<MetricsDoor> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    meter.page(app).then(
      (page) => response.writeHead(200, { 'content-type': meter.contentType }).end(page),
      (error: unknown) => {
        app.log.error({ error: describe(error) }, 'figures could not be read');
        response.writeHead(500).end();
      },
    );
  });
  server.listen(at.port, at.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
