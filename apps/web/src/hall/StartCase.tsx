import { useNavigate } from '@tanstack/react-router';
import { dayInShanghai } from '@zhitongche/base';
import { newKey, useRead, useWrite } from '@zhitongche/contract/web';
import { Button, dayIn, dayShort, messageOf, Notice, useShared } from '@zhitongche/ui';

const EARLIER = 5;

/** Begins a case of a service, blank or as an earlier one, or says why this account cannot. */
export const StartCase = ({
  code,
  mayFile,
  why,
  known,
}: {
  readonly code: string;
  readonly mayFile: boolean;
  readonly why: string;
  readonly known: boolean;
}) => {
  const { say } = useShared();
  const navigate = useNavigate();
  const create = useWrite('createCase', ['myCases']);
  const earlier = useRead(
    'myCases',
    { query: { service: code, limit: EARLIER } },
    { enabled: known && mayFile },
  );
  if (!known) return null;
  if (!mayFile)
    return (
      <Notice tone="warn">
        {why || say('您的账户暂不能申报这个事项。', 'Your account may not file this.')}
      </Notice>
    );
  const start = (copyOf?: string): void =>
    create.mutate(
      { body: { service: code, ...(copyOf === undefined ? {} : { copyOf }) }, options: { key: newKey() } },
      { onSuccess: ({ id }) => void navigate({ to: '/hall/cases/$case/edit', params: { case: id } }) },
    );
  const filed = (earlier.data?.items ?? []).filter(({ status }) => status !== 'draft');
  return (
    <>
      <Button
        variant="primary"
        size="large"
        pending={create.isPending}
        pendingText={say('正在准备', 'One moment')}
        onPress={() => start()}
      >
        {say('开始申报', 'Begin')}
      </Button>
      {create.isError ? (
        <Notice tone="danger" live>
          {messageOf(create.error)}
        </Notice>
      ) : null}
      <p className="soft">
        {say(
          '随时可以停下，填写的内容自动保存在“我的申报”。',
          'Stop at any time: what you type is kept under “My matters”.',
        )}
      </p>
      {filed.length > 0 ? (
        <section className="stack stack-tight" aria-labelledby="earlier-title">
          <h3 id="earlier-title" className="guide-earlier">
            {say('照以前的一件填', 'Begin as an earlier one')}
          </h3>
          <ul className="guide-copies">
            {filed.map(({ id, title, number, updatedAt }) => (
              <li key={id}>
                <button
                  type="button"
                  className="guide-copy"
                  disabled={create.isPending}
                  onClick={() => start(id)}
                >
                  <span>{say(title, number ?? '')}</span>
                  <span className="soft">
                    {say(dayShort(dayInShanghai(updatedAt)), dayIn('en', dayInShanghai(updatedAt)))}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <p className="soft">
            {say('内容照抄，附件重新上传。', 'The answers are copied; upload the files again.')}
          </p>
        </section>
      ) : null}
    </>
  );
};
