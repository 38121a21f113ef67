import { useParams } from '@tanstack/react-router';
import { Empty, ErrorState, LinkButton, Skeleton, useShared } from '@zhitongche/ui';
import { useRead } from '@zhitongche/contract/web';
import type { OpenActShape } from '@zhitongche/contract';
import { CaseFrame, type CaseParts } from '../../case/CaseFrame.tsx';
import { knownState } from '@zhitongche/form/web';
import { actStart } from './act-start.ts';
import { ActForm } from './ActForm.tsx';

/** An act of the service that asks for a form of its own: 申请变更, 回国登记, 出访报告 … */
export const ActPage = () => {
  const { say } = useShared();
  const { case: id, act: key } = useParams({ from: '/signed-in/hall/cases/$case/acts/$act' });
  return (
    <CaseFrame id={id} shell="hall">
      {({ view, service }) => {
        const act = view.acts.find((a) => a.act === key);
        return act?.form ? (
          <Asked view={view} service={service} act={act} formKey={act.form} />
        ) : (
          <Empty
            icon="info"
            title={say('现在不能办理这一项', 'This cannot be done now')}
            text={say('办件的状态已经变化，请回到办件查看。', 'The matter has moved on; look again.')}
          >
            <LinkButton to="/hall/cases/$case" params={{ case: id }} variant="primary">
              {say('回到办件', 'Back to the matter')}
            </LinkButton>
          </Empty>
        );
      }}
    </CaseFrame>
  );
};

const Asked = ({
  view,
  service,
  act,
  formKey,
}: Pick<CaseParts, 'view' | 'service'> & {
  readonly act: OpenActShape;
  readonly formKey: string;
}) => {
  const asked = service.forms[formKey];
  const calendar = useRead('calendar', {});
  if (!asked) return <ErrorState error={new Error(`no form ${formKey}`)} />;
  if (!calendar.data) return <Skeleton lines={8} />;
  const start = actStart(asked, {
    ...view.state.answers,
    ...asked.begin?.(knownState(service, view), calendar.data.today),
  });
  return <ActForm view={view} act={act} formKey={formKey} service={service} asked={asked} start={start} />;
};
