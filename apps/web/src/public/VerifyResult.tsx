import type { Reply } from '@zhitongche/contract/web';
import { cx, dayText, instantText, Icon, type IconName } from '@zhitongche/ui';

type Result = Reply<'verify'>;

const FACES: Readonly<
  Record<
    Result['result'],
    { readonly icon: IconName; readonly tone: string; readonly zh: string; readonly en: string }
  >
> = {
  valid: { icon: 'check-circle', tone: 'ok', zh: '有效', en: 'Valid' },
  replaced: { icon: 'info', tone: 'warn', zh: '已被新的文书代替', en: 'Replaced by a newer document' },
  revoked: { icon: 'alert', tone: 'danger', zh: '已作废', en: 'Revoked' },
  early: { icon: 'info', tone: 'warn', zh: '尚未生效', en: 'Not yet valid' },
  expired: { icon: 'alert', tone: 'danger', zh: '已过期', en: 'Expired' },
  'not-found': { icon: 'search', tone: 'danger', zh: '没有找到', en: 'Not found' },
  altered: { icon: 'alert', tone: 'danger', zh: '内容被改动', en: 'Altered' },
};

/** What the office says about a paper, in both languages side by side. */
export const VerifyResult = ({ result, about }: { readonly result: Result; readonly about: string }) => {
  const face = FACES[result.result];
  const named = [
    ...(result.title ? [{ label: '文书', en: 'Document', value: result.title }] : []),
    ...(result.number ? [{ label: '文号', en: 'Number', value: result.number }] : []),
    ...(result.issuer ? [{ label: '出具机关', en: 'Issued by', value: result.issuer }] : []),
    ...(result.issuedOn
      ? [{ label: '出具日期', en: 'Issued on', value: `${dayText(result.issuedOn)} ${result.issuedOn}` }]
      : []),
  ];
  const term =
    result.validFrom || result.validTo
      ? [{ label: '有效期', en: 'Term', value: `${result.validFrom ?? '—'} 至 ${result.validTo ?? '—'}` }]
      : [];
  // Papers sign their number, issuer and date among their facts; the reader needs them once.
  const told = new Set(named.map((row) => row.en));
  const rows = [
    ...named,
    ...term,
    ...(result.facts ?? []).filter((fact) => !told.has(fact.en)),
    ...(result.signer ? [{ label: '签名证书', en: 'Signing certificate', value: result.signer }] : []),
    ...(result.sm2
      ? [
          {
            label: '国密签名',
            en: 'SM2 signature',
            value: `SM2-SM3 验签相符 Verified，${instantText(result.sm2.signedAt)}`,
          },
        ]
      : []),
  ];
  return (
    <section className={cx('verify-result', `verify-${face.tone}`)} aria-labelledby="verify-result-title">
      <div className="verify-face">
        <Icon name={face.icon} size="xl" />
        <div>
          <h2 id="verify-result-title">
            {face.zh} <span lang="en">{face.en}</span>
          </h2>
          <p>{result.message}</p>
          <p lang="en">{result.en}</p>
          <p className="soft verify-about">{about}</p>
        </div>
      </div>
      {rows.length > 0 ? (
        <dl className="verify-facts">
          {rows.map((r) => (
            <div key={r.label}>
              <dt>
                {r.label} <span lang="en">{r.en}</span>
              </dt>
              <dd>{r.value}</dd>
            </div>
          ))}
          {result.digest ? (
            <div>
              <dt>
                摘要 <span lang="en">Digest (SM3)</span>
              </dt>
              <dd>
                <code className="verify-digest">{result.digest}</code>
              </dd>
            </div>
          ) : null}
        </dl>
      ) : null}
    </section>
  );
};
