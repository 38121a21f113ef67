import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { messageOf, Button, Field, Notice, Skeleton, FileDrop } from '@zhitongche/ui';
import { useRead, type Reply, upload } from '@zhitongche/contract/web';
import { PublicFrame } from '@zhitongche/shell/web';
import { VerifyResult } from './VerifyResult.tsx';
import './VerifyPage.css';

/** Anyone checks a paper: by the code printed on it, by its link, or by the file itself. Written for two readers. */
export const VerifyPage = () => {
  const { code = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(code);
  const [file, setFile] = useState<FileState>({ is: 'none' });
  const byCode = useRead('verify', { params: { code } }, { enabled: code !== '', staleTime: 0 });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setFile({ is: 'none' });
    void navigate({ to: '/verify/$code', params: { code: typed.trim() } });
  };
  const check = async (chosen: File): Promise<void> => {
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
          <section className="card stack" aria-labelledby="by-code">
            <h2 id="by-code">
              按查验码 <span lang="en">By code</span>
            </h2>
            <form className="stack" onSubmit={submit}>
              <Field
                id="verify-code"
                label={
                  <>
                    查验码 <span lang="en">Verification code</span>
                  </>
                }
                required
                help={
                  <>
                    印在二维码旁边，也可直接用手机扫二维码。
                    <span lang="en" className="verify-en">
                      Printed next to the QR code. Scanning the QR code opens this page directly.
                    </span>
                  </>
                }
              >
                {(aria) => (
                  <input
                    {...aria}
                    className="input verify-code"
                    autoComplete="off"
                    autoCapitalize="characters"
                    spellCheck={false}
                    maxLength={64}
                    value={typed}
                    onChange={(e) => setTyped(e.target.value)}
                  />
                )}
              </Field>
              <div>
                <Button type="submit" variant="primary" isDisabled={typed.trim() === ''}>
                  核验 <span lang="en">Verify</span>
                </Button>
              </div>
            </form>
          </section>
          <section className="card stack" aria-labelledby="by-file">
            <h2 id="by-file">
              按电子文件 <span lang="en">By file</span>
            </h2>
            <p className="soft">
              上传 PDF 原件，逐字节核对。文件只用于核验，不会保存。
              <span lang="en" className="verify-en">
                Upload the original PDF. It is compared byte by byte and not stored.
              </span>
            </p>
            <FileDrop label="选择 PDF 文件 Choose a PDF file" accept=".pdf" onFile={(f) => void check(f)} />
            {file.is === 'sending' ? (
              <progress value={file.share} aria-label={`正在上传 ${file.name}`} />
            ) : null}
            {file.is === 'failed' ? (
              <Notice tone="danger" live title="没能核验 · Could not verify">
                {file.why}
              </Notice>
            ) : null}
          </section>
        </div>
      </div>
    </PublicFrame>
  );
};

type FileState =
  | { readonly is: 'none' }
  | { readonly is: 'sending'; readonly name: string; readonly share: number }
  | { readonly is: 'done'; readonly name: string; readonly result: Reply<'verifyFile'> }
  | { readonly is: 'failed'; readonly why: string };
