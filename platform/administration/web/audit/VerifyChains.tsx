import { messageOf, Button, Notice } from '@zhitongche/ui';
import { useWrite } from '@zhitongche/contract/web';

/** Walks all chains on the server and says whether a single row was touched. */
export const VerifyChains = () => {
  const verify = useWrite('verifyAudit');
  return (
    <div className="stack audit-verify">
      <div className="row">
        <Button
          icon="shield"
          pending={verify.isPending}
          pendingText="正在逐条核对"
          onPress={() => verify.mutate({})}
        >
          核对全部链条
        </Button>
      </div>
      {verify.error ? (
        <Notice tone="danger" live>
          {messageOf(verify.error)}
        </Notice>
      ) : null}
      {verify.data === undefined ? null : verify.data.ok ? (
        <Notice tone="ok" live title="链条完整">
          核对了 {verify.data.auditRows} 条审计记录、{verify.data.caseEvents} 条办件事件，没有发现改动。
        </Notice>
      ) : (
        <Notice tone="danger" live title="链条有断点">
          第一处不符：{verify.data.firstBroken ?? '未能定位'}。请保留现场，按应急预案处置，不要重启或清理。
        </Notice>
      )}
    </div>
  );
};
