import { createTransport, type SMTPTransportOptions } from 'nodemailer';
import { property } from '@zhitongche/host';
import type { Carrier, Handover, SmtpSettings } from '@zhitongche/core/server';

/** RFC 5321 §4.5.3.2: a server may take ten minutes to say that it has the whole mail; giving up earlier doubles it. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 60_000, socketTimeout: 600_000 };

/** Hands mail to the office's server. The Message-ID is made of the message, so that a second copy can be told. */
export function smtpCarrier(settings: SmtpSettings, patience = PATIENCE): Carrier {
  const transport = createTransport({ ...optionsOf(settings), ...patience });
  const domain = /@([^>\s]+)/.exec(settings.from)?.[1] ?? settings.host;
  return {
    via: `${settings.host}:${settings.port}`,
    async send({ id, to, subject, text }) {
      try {
        const sent = await transport.sendMail({
          from: settings.from,
          // As an object: nothing in an address is read as a list or a name.
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { state: 'handed-over', proof: shortened(sent.response) };
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

function optionsOf({ host, port, security, auth }: SmtpSettings): SMTPTransportOptions {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'plain',
    ...(auth.kind === 'password' ? { auth: { user: auth.user, pass: auth.password } } : {}),
    ...(auth.kind === 'oauth2'
      ? {
          auth: {
            type: 'OAuth2' as const,
            user: auth.user,
            clientId: auth.clientId,
            clientSecret: auth.clientSecret,
            refreshToken: auth.refreshToken,
            accessUrl: auth.tokenUrl,
          },
        }
      : {}),
  };
}

/** What belongs to this one mail and is final: the sender, the recipient or the content was refused with a 5xx. */
const ABOUT_THIS_MAIL = /^(?:MAIL FROM|RCPT TO|DATA)/;

function refusalOf(error: unknown): Handover {
  const [command, response, code] = ['command', 'response', 'code'].map((name) => {
    const value = property(error, name);
    return typeof value === 'string' ? value : undefined;
  });
  const final = /^5\d\d/.test(response ?? '') && ABOUT_THIS_MAIL.test(command ?? '');
  return { state: final ? 'refused' : 'later', problem: shortened(response ?? code ?? '没有应答') };
}

const shortened = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
