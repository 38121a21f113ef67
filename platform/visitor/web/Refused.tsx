import { ApiProblem, messageOf, Notice, problemsOfError, useWords } from '@zhitongche/ui';

/** Why something was not done, in the reader's language, with everything that is to be mended. */
export const Refused = ({ error }: { readonly error: unknown }) => {
  const { language } = useWords();
  if (!error) return null;
  const problems = problemsOfError(error);
  const text = language === 'en' && error instanceof ApiProblem ? error.doc.en : messageOf(error);
  return (
    <Notice tone="danger" live>
      {problems.length > 0
        ? problems.map((one) => (
            <p key={`${one.code} ${one.message}`}>
              {language === 'en' ? one.en : `${one.message}${one.todo ?? ''}`}
            </p>
          ))
        : text}
    </Notice>
  );
};
