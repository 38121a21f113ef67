import { LEVELS, type Mark } from '@zhitongche/survey';

/** Languages people answer in. */
export type Lang = 'zh' | 'en';

/** A level as it is called in a language. */
export const levelText = (mark: Mark, lang: Lang): string => LEVELS[mark][lang];

/** What the pages say to whoever answers. */
export const SAID = {
  zh: {
    other: 'English',
    why: '哪里不满意？可以选几项',
    whole: '总体评价',
    send: '交评价',
    sending: '正在送出',
    code: '评价码',
    codeHelp: '照通知或小票上的写，20 个字母和数字',
    open: '打开问卷',
    title: '评一评这次办得怎么样',
    intro: '不用登录。您的回答不记姓名，也不记是哪一件、几点钟；攒够一批才一起开启。',
    thanks: '谢谢，已经收到',
    thanksText: '这个评价码已经用过，不能再改。回答与别人的一起开启，没有人看得出哪一份是您的。',
    failed: '没有送出',
    notOpened: '没有打开',
    optional: '选填',
    call: '请联系我',
    callText: '留下联系方式，我们限期回访，并说明怎么改。这样您这一份就不再是匿名的；不留也照样计入。',
    name: '怎么称呼您',
    contact: '电话或邮箱',
  },
  en: {
    other: '中文',
    why: 'What was not right? You may choose several',
    whole: 'Overall',
    send: 'Send',
    sending: 'Sending',
    code: 'Code',
    codeHelp: 'As printed: 20 letters and digits',
    open: 'Open',
    title: 'Tell us how it went',
    intro:
      'No account is needed. Neither your name nor your case nor the hour is kept; answers are opened together, never one by one.',
    thanks: 'Thank you. We have received it',
    thanksText:
      'This code is used now. Your answer is opened together with others, and nobody can tell which is yours.',
    failed: 'Not sent',
    notOpened: 'Not opened',
    optional: 'optional',
    call: 'Please contact me',
    callText:
      'Leave a way to reach you and we will call back by a fixed day and say what we change. Your answer is then no longer anonymous; without it, it counts all the same.',
    name: 'How we may address you',
    contact: 'Telephone or e-mail',
  },
} as const satisfies Readonly<Record<Lang, Readonly<Record<string, string>>>>;
