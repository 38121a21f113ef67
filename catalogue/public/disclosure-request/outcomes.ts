/** The seven answers of article 36, and what is no request or is not gone on with (30, 35, 39). */
export const REPLIES = {
  public: { title: '政府信息已主动公开告知书', verdict: '你申请公开的信息已经主动公开' },
  granted: { title: '政府信息公开告知书', verdict: '你申请公开的信息可以公开' },
  partial: {
    title: '政府信息部分公开告知书',
    verdict: '你申请公开的信息中含有不应公开的内容，能够作区分处理，现提供可以公开的部分',
  },
  refused: { title: '不予公开政府信息告知书', verdict: '你申请公开的信息，决定不予公开' },
  absent: { title: '政府信息不存在告知书', verdict: '经检索，没有你申请公开的信息' },
  'not-ours': { title: '非本机关政府信息告知书', verdict: '你申请公开的信息不属于本机关负责公开' },
  repeated: { title: '重复申请不予处理告知书', verdict: '本机关已就你相同的申请作出答复，不再重复处理' },
  'other-law': {
    title: '依其他规定查询告知书',
    verdict: '你申请查询的信息，法律、行政法规对其获取有专门规定',
  },
  'no-request': {
    title: '不作为政府信息公开申请处理告知书',
    verdict: '你提出的事项，不作为政府信息公开申请处理',
  },
} as const;
/** Key of a paper that answers. */
export type Reply = keyof typeof REPLIES;

/** What a request may come to: its words, the line of the yearly table (section three), the paper it becomes and its article. */
interface Outcome {
  readonly label: string;
  readonly line: string;
  readonly reply: Reply;
  readonly article: string;
}

const of = (label: string, line: string, reply: Reply, article: string): Outcome => ({
  label,
  line,
  reply,
  article,
});
const refused = (label: string, line: string, article: string) => of(label, line, 'refused', article);

/** Every outcome, in the order of the yearly table. */
export const OUTCOMES = {
  granted: of('予以公开', '（一）', 'granted', '第三十六条第二项'),
  public: of('已主动公开，告知获取方式', '（一）', 'public', '第三十六条第一项'),
  partial: of('部分公开（区分处理）', '（二）', 'partial', '第三十七条'),
  secret: refused('不予公开：属于国家秘密', '（三）1', '第十四条'),
  forbidden: refused('不予公开：其他法律行政法规禁止公开', '（三）2', '第十四条'),
  safety: refused('不予公开：危及“三安全一稳定”', '（三）3', '第十四条'),
  'third-party': refused('不予公开：保护第三方合法权益', '（三）4', '第十五条'),
  internal: refused('不予公开：属于三类内部事务信息', '（三）5', '第十六条第一款'),
  process: refused('不予公开：属于四类过程性信息', '（三）6', '第十六条第二款'),
  enforcement: refused('不予公开：属于行政执法案卷', '（三）7', '第十六条第二款'),
  'other-law': of('不予公开：属于行政查询事项', '（三）8', 'other-law', '第三十六条第七项'),
  'not-ours': of('无法提供：本机关不掌握（不属于本机关负责公开）', '（四）1', 'not-ours', '第三十六条第五项'),
  absent: of('无法提供：本机关不掌握（信息不存在）', '（四）1', 'absent', '第三十六条第四项'),
  'to-make': of('无法提供：没有现成信息需要另行制作', '（四）2', 'absent', '第三十八条'),
  unclear: of('无法提供：补正后申请内容仍不明确', '（四）3', 'no-request', '第三十条'),
  petition: of('不予处理：信访举报投诉类申请', '（五）1', 'no-request', '第三十九条第一款'),
  repeated: of('不予处理：重复申请', '（五）2', 'repeated', '第三十六条第六项'),
  publication: of('不予处理：要求提供公开出版物', '（五）3', 'no-request', '第三十九条第二款'),
  excessive: of('不予处理：无正当理由大量反复申请', '（五）4', 'no-request', '第三十五条'),
  again: of('不予处理：要求确认或重新出具已获取信息', '（五）5', 'no-request', '第三十六条第六项'),
  abandoned: of('其他处理：申请人无正当理由逾期不补正', '（六）1', 'no-request', '第三十条'),
  unpaid: of('其他处理：申请人逾期未按收费通知要求缴纳费用', '（六）2', 'no-request', '第四十二条'),
  other: of('其他处理：其他', '（六）3', 'no-request', '第三十六条'),
} as const satisfies Readonly<Record<string, Outcome>>;
/** Key of an outcome. */
export type OutcomeKey = keyof typeof OUTCOMES;

/** An outcome by its key; undefined where the text is none. */
export const outcomeOf = (key: unknown): Outcome | undefined =>
  typeof key === 'string' && Object.hasOwn(OUTCOMES, key) ? OUTCOMES[key as OutcomeKey] : undefined;
