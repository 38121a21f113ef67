import { useParams } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import { PageHeader, useShared } from '@zhitongche/ui';
import { useService } from '@zhitongche/form/web';
import { GuideParts } from './GuideParts.tsx';
import { StartCase } from './StartCase.tsx';
import { TimeLimit } from './TimeLimit.tsx';
import './GuidePage.css';

/** The service guide (事项指南): all one should know before starting, with the figures in force today. */
export const GuidePage = () => {
  const { say } = useShared();
  const { service: code } = useParams({ from: '/signed-in/hall/services/$service' });
  const service = useService(code);
  const services = useRead('services', {}, { staleTime: 300_000 });
  const policies = useRead('policies', { params: { service: code } }, { staleTime: 300_000 });
  const card = services.data?.find((s) => s.code === code);
  const { guide } = service;
  return (
    <>
      <PageHeader
        title={service.name}
        back={{ to: '/hall', label: say('全部事项', 'All services') }}
        intro={guide.what}
      />
      <div className="guide">
        <GuideParts service={service} figures={policies.data ?? []} />
        <aside className="guide-side">
          <section className="card stack">
            <h2>{say('时限和费用', 'Time and fees')}</h2>
            <dl className="guide-limits">
              {guide.timeLimits.map((t) => (
                <div key={t.step}>
                  <dt>{t.step}</dt>
                  <dd>
                    <TimeLimit
                      text={t.text}
                      def={service.policies.find((d) => d.key === t.policy)}
                      now={policies.data?.find((p) => p.key === t.policy)}
                    />
                  </dd>
                </div>
              ))}
              <div>
                <dt>{say('费用', 'Fees')}</dt>
                <dd>{guide.fee}</dd>
              </div>
            </dl>
            <StartCase
              code={code}
              mayFile={card?.mayFile ?? false}
              why={say(card?.why ?? '', card?.whyEn ?? '')}
              known={card !== undefined}
            />
          </section>
        </aside>
      </div>
    </>
  );
};
