import '@zhitongche/ui/tokens.css';
import '@zhitongche/ui/base.css';
import '@zhitongche/ui/layout.css';
import '@zhitongche/ui/input.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '@zhitongche/contract/web';
import { identifier, text } from '@zhitongche/form';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FormDialog } from '../own/FormDialog.tsx';

const FIELDS = {
  number: text('办件编号', { max: 20, required: true }),
  reason: text('原因', { max: 50, required: true }),
  phone: identifier('phone', '联系电话'),
};

/** A dialog that sends one change, opened and closed. */
const Page = () => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        打开
      </button>
      {open ? (
        <FormDialog
          title="保全一件办件"
          verb="保全"
          write="placeHold"
          refresh={[]}
          about=""
          fields={FIELDS}
          input={({ number = '', reason = '' }) => ({ body: { number, reason } })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
};

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  );
