import type { SealFinding, TrustList } from '@zhitongche/base';
import { cx, dayText, Icon, type IconName, instantText } from '@zhitongche/ui';

interface Look {
  readonly icon: IconName;
  readonly tone: 'ok' | 'warn' | 'danger';
  readonly zh: string;
  readonly en: string;
  readonly says: string;
  readonly saysEn: string;
}

const LOOKS: Readonly<Record<SealFinding['found'], Look>> = {
  current: {
    icon: 'check-circle',
    tone: 'ok',
    zh: '签名有效',
    en: 'Signature valid',
    says: '以下内容由该机关签署，未被改动。请与纸面逐项核对。',
    saysEn: 'Signed by this office and unchanged. Compare it with what is printed.',
  },
  early: {
    icon: 'info',
    tone: 'warn',
    zh: '尚未生效',
    en: 'Not yet valid',
    says: '签名有效，但还没有到生效日期。',
    saysEn: 'The signature is valid, but the term has not begun.',
  },
  expired: {
    icon: 'alert',
    tone: 'danger',
    zh: '已过期',
    en: 'Expired',
    says: '签名有效，但已过有效期。',
    saysEn: 'The signature is valid, but the term is over.',
  },
  replaced: {
    icon: 'info',
    tone: 'warn',
    zh: '已被新的文书代替',
    en: 'Replaced by a newer document',
    says: '这份文书已被新的文书代替。',
    saysEn: 'A newer document has taken its place.',
  },
  revoked: {
    icon: 'alert',
    tone: 'danger',
    zh: '已作废',
    en: 'Revoked',
    says: '这份文书已经作废，请勿采信。',
    saysEn: 'This document was revoked; do not rely on it.',
  },
  changed: {
    icon: 'alert',
    tone: 'danger',
    zh: '签名不符',
    en: 'Signature does not hold',
    says: '二维码的内容被改动过，或不是本机关所签，请勿采信。',
    saysEn: 'The code was altered or not signed by this office; do not rely on it.',
  },
  'unknown-signer': {
    icon: 'alert',
    tone: 'danger',
    zh: '签署人不在名单中',
    en: 'Unknown signer',
    says: '本机的名单里没有这张签名证书：可能是伪造，也可能名单过旧。请联网后再核验一次。',
    saysEn:
      'No certificate on this device fits: it may be forged, or the list too old. Go online and check again.',
  },
  strange: {
    icon: 'search',
    tone: 'danger',
    zh: '不是离线核验码',
    en: 'Not a signed code',
    says: '读到的不是本系统文书上的离线核验码。请对准印有“离线核验码”字样的二维码。',
    saysEn: 'This is not the signed code of a document. Point at the code marked “离线核验码”.',
  },
};

/** What the signature of a code says, found on this device; and of when the list of ended papers is. */
export const SealResult = ({
  finding,
  trust,
  children,
}: {
  readonly finding: SealFinding;
  readonly trust: TrustList;
  /** What the office itself says, when it could be asked. */
  readonly children: React.ReactNode;
}) => {
  const look = LOOKS[finding.found];
  return (
    <section className={cx('verify-result', `verify-${look.tone}`)} aria-labelledby="seal-result">
      <div className="verify-face">
        <Icon name={look.icon} size="xl" />
        <div>
          <h2 id="seal-result">
            {look.zh} <span lang="en">{look.en}</span>
          </h2>
          <p>{look.says}</p>
          <p lang="en">{look.saysEn}</p>
        </div>
      </div>
      <dl className="verify-facts">
        {rowsOf(finding).map(({ label, en, value }) => (
          <div key={label}>
            <dt>
              {label} <span lang="en">{en}</span>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>
            作废名单 <span lang="en">List of ended papers</span>
          </dt>
          <dd>
            截至 {instantText(trust.asOf)}
            {children}
          </dd>
        </div>
      </dl>
    </section>
  );
};

const rowsOf = (finding: SealFinding): readonly { label: string; en: string; value: string }[] => {
  if (!('signer' in finding)) return [];
  const { seal, signer } = finding;
  const term = [seal.from, seal.to].some((day) => day !== null)
    ? [{ label: '有效期', en: 'Term', value: `${seal.from ?? '—'} 至 ${seal.to ?? '—'}` }]
    : [];
  return [
    { label: '签署机关', en: 'Signed by', value: signer.name },
    { label: '文书', en: 'Document', value: seal.title },
    ...(seal.number === null ? [] : [{ label: '文号', en: 'Number', value: seal.number }]),
    { label: '出具日期', en: 'Issued on', value: `${dayText(seal.issuedOn)} ${seal.issuedOn}` },
    ...term,
    ...seal.facts,
    ...(seal.code === null ? [] : [{ label: '查验码', en: 'Code', value: seal.code }]),
  ];
};
