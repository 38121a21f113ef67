import { useWords } from '@zhitongche/ui';
import { useRead } from '@zhitongche/contract/web';

/** Number and code one asks by how the matter stands, without log-in. */
export const StatusCode = ({ caseId }: { readonly caseId: string }) => {
  const { say } = useWords();
  const code = useRead('visitCaseCode', { params: { case: caseId } });
  if (!code.data) return null;
  return (
    <p className="soft">
      {say('不登录查进度：', 'Progress without signing in: ')}
      {say('编号 ', 'number ')}
      <strong>{code.data.number}</strong>
      {say('，查询码 ', ', code ')}
      <strong>{code.data.secret}</strong>
    </p>
  );
};
