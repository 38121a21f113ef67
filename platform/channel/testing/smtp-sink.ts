import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** What the sink does with one mail at one try. */
export type SinkMood = 'takes' | 'delays' | '451' | '550' | '550-late' | 'drops';

/** A mail the sink said yes to. */
export interface SunkMail {
  readonly to: string;
  /** Headers and body as they came over the wire. */
  readonly raw: string;
  readonly messageId: string;
}

/** A real SMTP server that behaves badly on demand. */
export interface SmtpSink {
  readonly port: number;
  readonly mails: readonly SunkMail[];
  /** Connections that came in, whatever became of them. */
  readonly visits: () => number;
  close(): Promise<void>;
}

/** Who may come in by OAuth2; absent = everybody, without a word. */
export type AdmitToken = (user: string, token: string) => boolean;

const refused = (code: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode: code });

/** Opens the sink; `mood` is asked at every try, told the recipient and how often that one came before. */
export async function smtpSink(
  mood: (to: string, before: number) => SinkMood = () => 'takes',
  admits?: AdmitToken,
): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const tries = new Map<string, number>();
  let visits = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: admits === undefined,
    authMethods: ['XOAUTH2'],
    allowInsecureAuth: true,
    onConnect(_, done) {
      visits += 1;
      done();
    },
    onAuth(auth, _, done) {
      if (admits?.(auth.username ?? '', auth.accessToken ?? '')) done(null, { user: auth.username ?? '' });
      else done(null, { data: { status: '401', schemes: 'bearer' } });
    },
    onRcptTo({ address }, session, done) {
      const before = tries.get(address) ?? 0;
      tries.set(address, before + 1);
      const now = mood(address, before);
      Object.assign(session, { mood: now });
      if (now === '451') done(refused(451, '4.7.1 Greylisted, try again later'));
      else if (now === '550') done(refused(550, `5.1.1 <${address}>: no such user here`));
      else done();
    },
    onData(stream, session, done) {
      const now = String(Reflect.get(session, 'mood'));
      if (now === 'drops') {
        // In the middle of the data: the line is cut, and nobody was promised anything.
        stream.once('data', () => {
          for (const connection of server.connections)
            if (Reflect.get(connection, 'id') === session.id) Reflect.get(connection, '_socket').destroy();
        });
        return;
      }
      let raw = '';
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString();
      });
      stream.once('end', () => {
        void (async () => {
          if (now === 'delays') await pause(400);
          if (now === '550-late') {
            done(refused(550, '5.7.1 Content refused'));
            return;
          }
          const [to] = session.envelope.rcptTo;
          mails.push({
            to: to ? to.address : '',
            raw,
            messageId: /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '',
          });
          done(null, `2.0.0 Ok: queued as ${mails.length}`);
        })();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    visits: () => visits,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
