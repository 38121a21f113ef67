import '@zhitongche/ui/tokens.css';
import '@zhitongche/ui/base.css';
import '@zhitongche/ui/layout.css';
import '@zhitongche/ui/input.css';
import { sampleContext } from '@zhitongche/case/testing';
import { queryClient } from '@zhitongche/contract/web';
import type { Answers } from '@zhitongche/form';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { toy } from '../../../case/model/testing/toy-service.ts';
import { FormContextProvider } from '../form-context.ts';
import { SectionFields } from '../SectionFields.tsx';
import { useForm } from '../use-form.tsx';

const context = sampleContext(toy.policies);

/** The form of the toy service, and what was answered so far. */
const Page = () => {
  const [answers, setAnswers] = useState<Answers>({});
  const { world, sayAll } = useForm({
    service: toy,
    form: toy.form,
    checks: toy.checks,
    caseId: 'case-1',
    answers,
    onChange: setAnswers,
    context,
  });
  return (
    <FormContextProvider value={world}>
      {Object.keys(toy.form).map((section) => (
        <SectionFields key={section} section={section} />
      ))}
      <button type="button" onClick={sayAll}>
        提交
      </button>
      <output id="answers">{JSON.stringify(answers)}</output>
    </FormContextProvider>
  );
};

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  );
