import { ProblemError } from '@zhitongche/core/server';

/** A stored file that is another than what was sent says: it is handed to nobody. */
export const notAsSent = (): ProblemError =>
  new ProblemError(
    409,
    'file.not-as-sent',
    '这份附件与提交时的不是同一份，可能被人越过本系统换过，已停止打开。请告知审计管理员运行核验。',
    'The file is not the one that was sent; it is not opened until that is cleared up.',
  );
