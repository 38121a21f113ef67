import { Link } from '@tanstack/react-router';
import { urlOf } from '@zhitongche/contract/web';
import type { CaseView } from '@zhitongche/contract';
import { DownloadButton, useShared, type Words } from '@zhitongche/ui';

const STATUS: Readonly<Record<string, (number: string | null, say: Words['say']) => string>> = {
  issued: (number, say) => number ?? say('已出具', 'issued'),
  revoked: (number, say) => (number ? say(`${number}（已作废）`, `${number} (void)`) : say('已作废', 'void')),
};

/** Papers of the case: ready to fetch, or still being made. */
export const PaperList = ({
  view,
  en = (text) => text,
}: {
  readonly view: CaseView;
  /** What papers are called in English. */
  readonly en?: (text: string) => string;
}) => {
  const { say } = useShared();
  if (view.papers.length === 0) return null;
  const address = (paper: string, format: 'pdf' | 'docx'): string =>
    urlOf('paper', { params: { case: view.row.id, paper }, query: { format } });
  return (
    <section className="card stack stack-tight" aria-labelledby="papers-title">
      <h2 id="papers-title">{say('证件文书', 'Papers')}</h2>
      <ul>
        {view.papers.map((p) => (
          <li key={p.paper} className="paper-line">
            <span className="paper-what">
              <strong>{say(p.title, en(p.title))}</strong>
              <span className="soft">
                {STATUS[p.status]?.(p.number, say) ??
                  say('正在出具，完成后可在这里下载', 'being made, to be downloaded here')}
                {p.code ? (
                  <>
                    {' · '}
                    <Link to="/verify/$code" params={{ code: p.code }}>
                      {say('查验码', 'Code')} {p.code}
                    </Link>
                  </>
                ) : null}
              </span>
            </span>
            {p.pdf ? (
              <DownloadButton href={address(p.paper, 'pdf')} download>
                {say('下载 PDF', 'Download PDF')}
              </DownloadButton>
            ) : null}
            {p.docx ? (
              <DownloadButton href={address(p.paper, 'docx')} download>
                {say('下载 Word', 'Download Word')}
              </DownloadButton>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
};
