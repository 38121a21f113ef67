import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { ErrorState } from '@zhitongche/ui';

/** Any page that could not be shown: says what happened and how to go on. */
export const ErrorPage = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <main className="page-state">
      <ErrorState error={error} onRetry={again} />
    </main>
  );
};
