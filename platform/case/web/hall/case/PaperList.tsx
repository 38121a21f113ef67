import { Link } from '@tanstack/react-router';
import { urlOf } from '@zhitongche/contract/web';
import type { CaseView } from '@zhitongche/contract';
import { DownloadButton } from '@zhitongche/ui';

const STATUS: Readonly<Record<string, (number: string | null) => string>> = {
  issued: (number) => number ?? '已出具',
  revoked: (number) => (number ? `${number}（已作废）` : '已作废'),
};

/** Papers of the case: ready to fetch, or still being made. */
export const PaperList = ({ view }: { readonly view: CaseView }) => {
  if (view.papers.length === 0) return null;
  const address = (paper: string, format: 'pdf' | 'docx'): string =>
    urlOf('paper', { params: { case: view.row.id, paper }, query: { format } });
  return (
    <section className="card stack stack-tight" aria-labelledby="papers-title">
      <h2 id="papers-title">证件文书</h2>
      <ul>
        {view.papers.map((p) => (
          <li key={p.paper} className="paper-line">
            <span className="paper-what">
              <strong>{p.title}</strong>
              <span className="soft">
                {STATUS[p.status]?.(p.number) ?? '正在出具，完成后可在这里下载'}
                {p.code ? (
                  <>
                    {' · '}
                    <Link to="/verify/$code" params={{ code: p.code }}>
                      查验码 {p.code}
                    </Link>
                  </>
                ) : null}
              </span>
            </span>
            {p.pdf ? (
              <DownloadButton href={address(p.paper, 'pdf')} download>
                下载 PDF
              </DownloadButton>
            ) : null}
            {p.docx ? (
              <DownloadButton href={address(p.paper, 'docx')} download>
                下载 Word
              </DownloadButton>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
};
