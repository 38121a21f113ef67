/** Terms of the demo office: names of common use, their settling invented. */
export const samples = (today: string) => {
  const of = (zh: string, foreign: string, more: object = {}) => ({
    zh,
    foreign,
    language: 'en' as const,
    field: 'body' as const,
    source: '云泽外办翻译室（演示）',
    ...more,
  });
  const settled = (ago: number) => ({
    move: 'settle',
    ago,
    agreed: 'head',
    data: { settledOn: today, settledBy: '译名审定会（演示）' },
  });
  return [
    {
      answers: of('外事办公室', 'Foreign Affairs Office', { short: 'FAO', avoid: 'Foreign Office' }),
      ago: 1,
      by: 'handler',
      moves: [settled(0)],
    },
    {
      answers: of('友好城市', 'sister city', { field: 'politics', note: '正式文本也写 friendship city' }),
      ago: 1,
      by: 'handler',
      moves: [settled(0)],
    },
    { answers: of('会客厅', 'reception hall', { field: 'culture' }), ago: 5, by: 'handler' },
  ];
};
