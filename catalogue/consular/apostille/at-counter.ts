import type { CaseState } from '@zhitongche/case';
import type { Text } from '@zhitongche/base';

/** What one comes to the counter for: the papers themselves and the document one is known by, then what was made. */
export const atCounter = ({ step, answers }: CaseState): Required<Text> | undefined => {
  if (step === 'accept') return { zh: '递交文书原件', en: 'Hand in the documents' };
  if (step === 'handing' && answers['collect'] !== 'post')
    return { zh: '领取证书', en: 'Collect the certificates' };
  return undefined;
};
