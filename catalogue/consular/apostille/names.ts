/** How somebody may be on file who signs as `张正明 ZHANG Zhengming`: as he signs, and by the Chinese name alone. */
export const namesOf = (signer: string): readonly string[] => {
  const chinese = signer.replace(/[\sA-Za-z.·'’-]+$/u, '');
  return [...new Set([signer, chinese])].filter((name) => name !== '');
};
