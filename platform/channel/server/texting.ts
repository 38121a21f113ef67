import type { Channel, MessageKind } from '@zhitongche/channel';
import { type App, type OfficeConfig, publicOrigin } from '@zhitongche/core/server';
import { channelPolicy } from './rules.ts';

/** One event, told by itself. */
export const ONE_NEWS: MessageKind = { code: 'notice.one', subject: '直通车：您有一条新消息' };
/** One event, told to somebody of the public in both languages. */
export const PUBLIC_NEWS: MessageKind = {
  code: 'notice.public',
  subject: '直通车：您的办件有新消息 News of your matter',
};
/** Several, told together. */
export const NEWS: MessageKind = { code: 'notice.digest', subject: '直通车：消息汇总' };

/** Lines of a digest; whoever has more reads the rest inside. */
const MOST_LINES = { mail: 50, sms: 3, wechat: 10 } as const;

/** How an office words what leaves. */
export interface Outward {
  /** Whether a channel may name the title of a case. */
  titles(channel: Channel): boolean;
  one(channel: Channel, text: string, caseId: string | null): string;
  /** For somebody of the public: what it says in Chinese, or in English which matter it is about; nothing of anybody leaves. */
  outside(
    channel: Channel,
    language: 'zh' | 'en',
    text: string,
    of: { readonly number: string | null; readonly case_id: string | null },
  ): string;
  many(channel: Channel, lines: readonly { readonly at: Date; readonly text: string }[]): string;
}

/** The wording of an office: its name, the way back into the program, how messages are stopped. */
export function texting(app: App, book: OfficeConfig): Outward {
  const titles = channelPolicy(app, book).list('channel.titles');
  const origin = publicOrigin(app.config);
  const tail = `\n\n${book.name}\n本邮件由系统发出，请勿回复。收什么、何时收，在“我的账户”中设置：${origin}/account`;
  return {
    titles: (channel) => titles.includes(channel),
    one: (channel, text, caseId) =>
      channel === 'mail'
        ? `${text}\n\n查看：${origin}${caseId === null ? '/' : `/hall/cases/${caseId}`}${tail}`
        : `【${book.name}】${text}`,
    outside(channel, language, text, { number, case_id: caseId }) {
      const page = `${origin}/visit${caseId === null ? '/' : `/hall/cases/${caseId}`}`;
      const matter = number === null ? 'your account' : `your matter ${number}`;
      const said = language === 'zh' ? text : `There is news of ${matter}. Please sign in to read it.`;
      if (channel !== 'mail') return `【${book.name}】${said}`;
      const end =
        language === 'zh'
          ? `查看：${page}\n\n${book.name}\n本邮件由系统发出，请勿回复。`
          : `Open: ${page}\n\n${book.name}\nThis message was sent by a program; please do not reply.`;
      return `${said}\n\n${end}`;
    },
    many(channel, lines) {
      const shown = lines.slice(0, MOST_LINES[channel]);
      const rest = lines.length - shown.length;
      if (channel !== 'mail')
        return `【${book.name}】您有 ${lines.length} 条新消息：${shown.map(({ text }) => text).join('')}${rest > 0 ? `另有 ${rest} 条，请登录查看。` : ''}`;
      const listed = shown.map(({ at, text }) => `· ${clock(at)} ${text}`).join('\n');
      return `您有 ${lines.length} 条新消息：\n\n${listed}${rest > 0 ? `\n\n另有 ${rest} 条，请登录查看。` : ''}\n\n查看：${origin}/${tail}`;
    },
  };
}

/** Day and minute by the clock of Shanghai. */
const clock = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('-', '月').replace('T', '日 ');
