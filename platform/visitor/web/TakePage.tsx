import { useParams, useRouter } from '@tanstack/react-router';
import { newKey, useWrite } from '@zhitongche/contract/web';
import { Button, useWords } from '@zhitongche/ui';
import { PublicCard } from './PublicCard.tsx';
import { Refused } from './Refused.tsx';

/** Takes what a link offers: to act for an enterprise, or for somebody. */
export const TakePage = () => {
  const { say } = useWords();
  const { secret } = useParams({ from: '/signed-in/take/$secret' });
  const router = useRouter();
  const take = useWrite('visitTake', ['visitAccount', 'me']);
  return (
    <PublicCard title={say('接受邀请或委托', 'Accept an invitation')}>
      <Refused error={take.error} />
      {take.data ? (
        <>
          <p>
            {say(
              `您现在可以代“${take.data.name}”办理，在“我的账户”切换办理身份。`,
              `You may now act for “${take.data.name}”; switch under “My account”.`,
            )}
          </p>
          <Button variant="primary" onPress={() => void router.navigate({ to: '/account' })}>
            {say('去切换', 'My account')}
          </Button>
        </>
      ) : (
        <Button
          variant="primary"
          size="large"
          pending={take.isPending}
          onPress={() => take.mutate({ body: { secret }, options: { key: newKey() } })}
        >
          {say('接受', 'Accept')}
        </Button>
      )}
    </PublicCard>
  );
};
