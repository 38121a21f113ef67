import { Notice } from '@zhitongche/ui';

/** A password shown this once; the person must change it at the first log-in. */
export const InitialPassword = ({ password }: { readonly password: string }) => (
  <>
    <Notice tone="warn" live title="初始密码只显示这一次">
      请当面或用其他可靠方式交给本人，首次登录时必须修改。
    </Notice>
    <p className="password-once">{password}</p>
  </>
);
