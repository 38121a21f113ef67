import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { checkSeal, sealInText, type SealFinding, toBase32, type TrustList } from '@zhitongche/base';
import { useRead } from '@zhitongche/contract/web';
import { PublicFrame } from '@zhitongche/shell/web';
import { Button, FileDrop, instantText, Notice, Skeleton, useToday } from '@zhitongche/ui';
import { useEffect, useState } from 'react';
import { readPhoto } from '@zhitongche/ui/read-code.ts';
import { Scanner } from './Scanner.tsx';
import { SealResult } from './SealResult.tsx';
import { trustQuery } from './trust.ts';
import { useKeeper } from './use-keeper.ts';
import '../VerifyPage.css';
import './OfflinePage.css';

/** Checks the signed code of a paper on the telephone itself: by camera, by photograph, or as its camera opened it. */
export const OfflinePage = () => {
  const { seal = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const trust = useQuery(trustQuery);
  const { refetch } = trust;
  const keeper = useKeeper();
  useEffect(() => {
    // What was asked before the worker took over lies nowhere yet.
    if (keeper) void refetch();
  }, [keeper, refetch]);
  const [looking, setLooking] = useState(false);
  const [picture, setPicture] = useState<'none' | 'reading' | 'unread'>('none');
  const show = (text: string): void => {
    setLooking(false);
    setPicture('none');
    const bytes = sealInText(text);
    // What is no seal is shown as such too.
    void navigate({ to: '/q/$seal', params: { seal: bytes ? toBase32(bytes) : 'X' } });
  };
  const photo = async (file: File): Promise<void> => {
    // What was found before says nothing of the picture now in hand.
    setPicture('reading');
    const text = await readPhoto(file, isSeal).catch(() => undefined);
    if (text === undefined) setPicture('unread');
    else show(text);
  };
  return (
    <PublicFrame wide>
      <div className="stack stack-wide verify">
        <header>
          <h1>离线核验</h1>
          <p lang="en" className="verify-en-title">
            Verify without a network
          </p>
          <p className="soft">
            扫描文书上的“离线核验码”，在本机核对签名，照片和内容不离开手机。打开过一次本页后，没有网络也能用。
            <span lang="en" className="verify-en">
              Scan the signed code. Everything is checked on this device; once opened, this page works
              offline.
            </span>
          </p>
        </header>
        <div aria-live="polite" className="stack">
          {picture === 'unread' ? (
            <Notice tone="warn" title="照片里没有读到二维码 · No code was seen">
              请让二维码占满画面、对焦清晰后再拍一张。Fill the picture with the code and try again.
            </Notice>
          ) : null}
          {picture === 'reading' ? (
            <Skeleton lines={5} />
          ) : seal === '' || picture === 'unread' ? null : trust.data ? (
            <Found seal={seal} trust={trust.data} />
          ) : trust.isPending ? (
            <Skeleton lines={5} />
          ) : (
            <Notice tone="danger" title="本机还没有签名证书名单 · No list on this device">
              请先联网打开本页一次。Open this page once while online.
            </Notice>
          )}
        </div>
        <section className="card stack" aria-labelledby="seal-scan">
          <h2 id="seal-scan">
            读取离线核验码 <span lang="en">Read the code</span>
          </h2>
          {looking ? (
            <Scanner wanted={isSeal} onCode={show} onClose={() => setLooking(false)} />
          ) : (
            <div>
              <Button variant="primary" icon="search" onPress={() => setLooking(true)}>
                打开相机 Camera
              </Button>
            </div>
          )}
          <FileDrop label="选择照片 Choose a photo" accept="image/*" onFile={(file) => void photo(file)} />
          {trust.data ? (
            <p className="soft seal-kept">
              签名证书和作废名单：截至 {instantText(trust.data.asOf)}，
              {keeper ? '已存本机' : '未能存在本机：请以 https 地址打开本页'}
              <span lang="en" className="verify-en">
                {keeper
                  ? 'Certificates and ended papers as of then, kept on this device.'
                  : 'Not kept on this device: open this page by its https address.'}
              </span>
            </p>
          ) : null}
        </section>
      </div>
    </PublicFrame>
  );
};

/** Letters alone may be anything; a paper's code is an address. */
const isSeal = (text: string): boolean => /\/q\//i.test(text) && sealInText(text) !== undefined;

const Found = ({ seal, trust }: { readonly seal: string; readonly trust: TrustList }) => {
  const today = useToday();
  const { data } = useQuery<SealFinding>({
    queryKey: ['seal', seal, trust.asOf, today],
    queryFn: () => checkSeal(seal, trust, today),
    networkMode: 'always',
    retry: false,
  });
  if (!data) return <Skeleton lines={5} />;
  return (
    <SealResult finding={data} trust={trust}>
      {'signer' in data ? (
        data.seal.code === null ? (
          <Unasked asOf={trust.asOf} />
        ) : (
          <Asked code={data.seal.code} asOf={trust.asOf} />
        )
      ) : null}
    </SealResult>
  );
};

const STATES = {
  valid: '本办登记：现行有效 In force',
  replaced: '本办登记：已被新的文书代替 Replaced',
  revoked: '本办登记：已作废 Revoked',
  early: '本办登记：尚未生效 Not yet valid',
  expired: '本办登记：已过期 Expired',
  'not-found': '本办没有登记这份文书 Not on record',
  altered: '本办登记有异常，请勿采信 Do not rely on it',
} as const;

/** What the office says now, when it can be asked. */
const Asked = ({ code, asOf }: { readonly code: string; readonly asOf: string }) => {
  const asked = useRead('verify', { params: { code } }, { staleTime: 0 });
  return (
    <span className="seal-asked">
      {asked.data
        ? STATES[asked.data.result]
        : `离线：${instantText(asOf)}之后是否作废，未核对 Offline: not checked whether revoked since`}
    </span>
  );
};

/** Papers of which the office keeps the row but no copy. */
const Unasked = ({ asOf }: { readonly asOf: string }) => (
  <span className="seal-asked">
    {instantText(asOf)}之后是否作废，须向签署机关询问 Ask the office whether it was revoked since
  </span>
);
