import type { EndpointName } from '@zhitongche/contract';
import type { Fields } from '@zhitongche/form';
import { Button, Dialog } from '@zhitongche/ui';
import { type ReactNode, useId } from 'react';
import { type OwnForm, type OwnFormSettings, useOwnForm } from './use-own-form.tsx';

/** A dialog that asks for one form of its own and sends it; a press beside it loses nothing, Enter sends. */
export const FormDialog = <N extends EndpointName, F extends Fields>({
  title,
  verb,
  leave = `先不${verb}`,
  ready = true,
  intro,
  children,
  onClose,
  done = onClose,
  ...form
}: OwnFormSettings<N, F> & {
  readonly title: string;
  readonly verb: string;
  /** Word of the button that leaves it. */
  readonly leave?: string;
  /** False while it cannot be sent whatever is typed. */
  readonly ready?: boolean;
  /** Stands above the fields. */
  readonly intro?: ReactNode | ((form: OwnForm) => ReactNode);
  /** Stands below the fields, with what is typed at hand. */
  readonly children?: (form: OwnForm) => ReactNode;
  readonly onClose: () => void;
}) => {
  const id = useId();
  const own = useOwnForm({ ...form, done });
  return (
    <Dialog
      open
      title={title}
      dismissable={false}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} isDisabled={own.pending}>
            {leave}
          </Button>
          <Button
            type="submit"
            form={id}
            variant="primary"
            pending={own.pending}
            isDisabled={!ready}
            // The field one was in would say what is wrong with it and push the button from under the pointer.
            preventFocusOnPress
          >
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !own.pending) own.submit();
        }}
      >
        {typeof intro === 'function' ? intro(own) : intro}
        {own.fields}
        {children?.(own)}
        {own.refusal}
      </form>
    </Dialog>
  );
};
