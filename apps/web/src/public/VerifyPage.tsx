import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { messageOf, Notice, Skeleton } from '@zhitongche/ui';
import { useRead, useWrite, upload } from '@zhitongche/contract/web';
import { PublicFrame } from '@zhitongche/shell/web';
import { VerifyRegisters } from './VerifyRegister.tsx';
import { type FileState, VerifyByFile } from './VerifyByFile.tsx';
import { VerifyByCode } from './VerifyByCode.tsx';
import { VerifyByNumber } from './VerifyByNumber.tsx';
import { VerifyResult } from './VerifyResult.tsx';
import './VerifyPage.css';

/** Anyone checks a paper: by the code printed on it, by its link, or by the file itself. Written for two readers. */
export const VerifyPage = () => {
  const { code = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const [file, setFile] = useState<FileState>({ is: 'none' });
  const byCode = useRead('verify', { params: { code } }, { enabled: code !== '', staleTime: 0 });
  const byNumber = useWrite('verifyNumber');
  const check = async (chosen: File): Promise<void> => {
    byNumber.reset();
    setFile({ is: 'sending', name: chosen.name, share: 0 });
    try {
      const result = await upload('verifyFile', {}, chosen, (share) =>
        setFile({ is: 'sending', name: chosen.name, share }),
      );
      setFile({ is: 'done', name: chosen.name, result });
    } catch (error) {
      setFile({ is: 'failed', why: messageOf(error) });
    }
  };
  return (
    <PublicFrame wide>
      <div className="stack stack-wide verify">
        <header>
          <h1>证件文书核验</h1>
          <p lang="en" className="verify-en-title">
            Verify a document
          </p>
          <p className="soft">
            凭文书上的查验码或电子文件，核对它是否由本办出具、内容是否被改动。
            <span lang="en" className="verify-en">
              Check whether a document was issued by this office and whether it has been altered. No account
              is needed.
            </span>
          </p>
        </header>
        <div aria-live="polite">
          {file.is === 'done' ? (
            <VerifyResult result={file.result} about={file.name} />
          ) : byNumber.isError ? (
            <Notice tone="danger" title="没能核验 · Could not verify">
              {messageOf(byNumber.error)}
            </Notice>
          ) : byNumber.data && byNumber.variables ? (
            <VerifyResult
              result={byNumber.data}
              about={`${byNumber.variables.body.number} ${byNumber.variables.body.issuedOn}`}
            />
          ) : file.is === 'none' && code !== '' ? (
            byCode.isPending ? (
              <div className="card">
                <Skeleton lines={5} />
              </div>
            ) : byCode.isError ? (
              <Notice tone="danger" title="没能核验 · Could not verify">
                {messageOf(byCode.error)}
              </Notice>
            ) : (
              <VerifyResult result={byCode.data} about={code} />
            )
          ) : null}
        </div>
        <div className="verify-ways">
          <VerifyByCode
            code={code}
            onAsk={(asked) => {
              setFile({ is: 'none' });
              byNumber.reset();
              void navigate({ to: '/verify/$code', params: { code: asked } });
            }}
          />
          <VerifyByFile file={file} onFile={(chosen) => void check(chosen)} />
          <VerifyByNumber
            busy={byNumber.isPending}
            onAsk={(asked) => {
              setFile({ is: 'none' });
              byNumber.mutate({ body: asked });
            }}
          />
          <VerifyRegisters />
          <section className="card stack" aria-labelledby="by-seal">
            <h2 id="by-seal">
              没有网络时 <span lang="en">Offline</span>
            </h2>
            <p className="soft">
              文书上印有“离线核验码”的，用手机扫码在本机核对签名，没有网络也能用。
              <span lang="en" className="verify-en">
                Papers with a signed code can be checked on the telephone itself.
              </span>
            </p>
            <div>
              <Link to="/q">打开离线核验 Open</Link>
            </div>
          </section>
        </div>
      </div>
    </PublicFrame>
  );
};
