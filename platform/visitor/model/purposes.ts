/** One thing an account of the public holds, what for, and by which rule. */
export interface Purpose {
  readonly what: string;
  readonly why: string;
  readonly en: string;
}

/** Version of what is told at registration; raised when the text changes, so that old accounts say what they agreed to. */
export const CONSENT_VERSION = '2026-12-01';

/** What is kept of whoever registers and what for (《个人信息保护法》第十三条、第十七条). */
export const PURPOSES: readonly Purpose[] = [
  {
    what: '邮箱或手机号',
    why: '登录、通知办理进度、找回密码。加密保存，窗口和审批人员看不到。',
    en: 'E-mail address or mobile number: to sign in, to tell you how your matter stands, to recover your password. Kept sealed.',
  },
  {
    what: '姓名',
    why: '写在您的申请和文书上。',
    en: 'Name: stands on your applications and papers.',
  },
  {
    what: '证件种类和号码（仅在窗口实名时登记）',
    why: '核对本人，认领窗口代办的事项。加密保存。',
    en: 'Document type and number, only once you prove your real name at the counter: to know you again. Kept sealed.',
  },
  {
    what: '登录和办理记录',
    why: '依照《网络安全法》留存，防止他人冒用。',
    en: 'Records of sign-in and of acts: kept as the Cybersecurity Law demands, against misuse.',
  },
];

/** The rules it rests on, and what the person may do. */
export const CONSENT_RULES = {
  zh: '依据《中华人民共和国个人信息保护法》第十三条第一款第一项、第三项和第十七条。您可以随时在“我的账户”查阅、导出、更正资料或注销账户；已提交的办件依法保存，到期删除。',
  en: 'Under articles 13 and 17 of the Personal Information Protection Law. You may see, export and correct your data or close the account at any time under “My account”; matters you filed are kept for their legal term.',
} as const;
