import { useWrite } from '@zhitongche/contract/web';
import type { CaseView } from '@zhitongche/contract';
import { useMe } from '@zhitongche/shell/web';
import { Button, Refusal, toast, useShared } from '@zhitongche/ui';

/** What was filed, sent to the mail address whoever filed it has proved. */
export const CopyAnswers = ({ view }: { readonly view: CaseView }) => {
  const { say } = useShared();
  const me = useMe();
  const copy = useWrite('copyAnswers');
  if (view.row.number === null || view.state.applicant?.id !== me.id) return null;
  return (
    <div className="stack">
      <div>
        <Button
          icon="mail"
          pending={copy.isPending}
          onPress={() =>
            copy.mutate(
              { params: { case: view.row.id } },
              {
                onSuccess: ({ sent }) =>
                  toast(
                    sent
                      ? say('副本已发往您的邮箱', 'A copy is on its way to your mailbox')
                      : say(
                          '这一轮的副本已经发过，请查看邮箱',
                          'A copy was sent before; look in your mailbox',
                        ),
                  ),
              },
            )
          }
        >
          {say('把副本发到我的邮箱', 'Send me a copy by e-mail')}
        </Button>
      </div>
      <Refusal error={copy.error} />
    </div>
  );
};
