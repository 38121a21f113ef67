import type { MessageKind } from '@zhitongche/channel';

/** Codes that prove an address. */
export const CODE_MESSAGE: MessageKind = {
  code: 'visitor.code',
  subject: '外事服务直通车验证码 Verification code',
  secret: true,
};

/** Told to whoever already has an account when somebody tries to register with the address again. */
export const KNOWN_MESSAGE: MessageKind = {
  code: 'visitor.known',
  subject: '外事服务直通车账户提醒 Account notice',
  secret: true,
};

/** What a code is for. */
export type CodePurpose = 'register' | 'reset' | 'address';

const FOR: Readonly<Record<CodePurpose, readonly [zh: string, en: string]>> = {
  register: ['注册账户', 'to register'],
  reset: ['重设密码', 'to set a new password'],
  address: ['验证联系方式', 'to verify this address'],
};

/** The message that carries a code. */
export const codeText = (purpose: CodePurpose, code: string, minutes: number): string =>
  `您正在${FOR[purpose][0]}，验证码 ${code}，${minutes} 分钟内有效。任何人（包括工作人员）向您索要都不要给。如非本人操作请不必理会。\n` +
  `Your code ${FOR[purpose][1]} is ${code}, valid for ${minutes} minutes. Give it to nobody. If you did not ask for it, ignore this message.`;

/** The message that goes where a code would, to an address that has an account, or has none. */
export const knownText = (has: boolean): string =>
  has
    ? '有人用这个地址注册账户，而您已有账户：请直接登录，忘记密码可在登录页找回。如非本人操作请不必理会。\nSomebody tried to register with this address; you already have an account. Sign in, or recover your password there.'
    : '有人为这个地址找回密码，而这里没有用它注册的账户：可以直接注册。如非本人操作请不必理会。\nSomebody asked for a new password for this address, which has no account here. You may register.';
