import { organisationCheck, usccCheck } from '@zhitongche/base';
import { hashPassword } from '@zhitongche/account/server';
import type { VisitorKind } from '@zhitongche/access';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { demoOffice } from '@zhitongche/offices';
import { CONSENT_VERSION } from '@zhitongche/visitor';
import { confirmedEnterprise, insertVisitor, realName } from '@zhitongche/visitor/server';

/** People of the public who belong to the demo, each at the address they sign in with; the first two are known by their document. */
export const DEMO_VISITORS = [
  { key: 'citizen', name: '柳映川', kind: 'citizen', to: 'citizen@example.com', shown: '公众：个人' },
  { key: 'trader', name: '梅庭筠', kind: 'citizen', to: 'trader@example.com', shown: '公众：企业经办人' },
  {
    key: 'foreigner',
    name: 'Anna Lindqvist',
    kind: 'foreigner',
    to: 'foreigner@example.com',
    shown: '公众：外国人 Foreigner',
  },
] as const;

const BODY = `91330100${'MA2KDEM0'}`;
/** The enterprise the second of them acts for. */
export const DEMO_ENTERPRISE = {
  key: 'trader-company',
  name: '云泽远帆进出口有限公司',
  uscc: ((body) => body + usccCheck(body))(BODY + organisationCheck('MA2KDEM0')),
};

/** Registers them, and gives them as they would act, by name: for stories of folders whose services the public may file. */
export async function seedVisitors(
  app: App,
  officer: OfficeActor,
): Promise<ReadonlyMap<string, OfficeActor>> {
  const { office } = officer;
  const { root } = await app.offices.get(office);
  const grants = [{ role: 'visitor', org: root.id }] as const;
  const as = (id: string, name: string, account: string, kind: VisitorKind, level: 1 | 2): OfficeActor => ({
    office,
    id,
    name,
    org: root.id,
    source: '',
    grants,
    standsInFor: [],
    visitor: { account, kind, level, only: null },
  });
  const known = await app.db.query<{ id: string; name: string }>(
    'select id, name from visitor where office = $1',
    [office],
  );
  const parties = await app.db.query<{ id: string }>(
    'select id from visitor_party where office = $1 and uscc = $2',
    [office, DEMO_ENTERPRISE.uscc],
  );
  const password = await hashPassword(demoOffice.password);
  const actors = new Map<string, OfficeActor>();
  for (const [nth, one] of DEMO_VISITORS.entries()) {
    const level = nth < 2 ? 2 : 1;
    const id =
      known.find(({ name }) => name === one.name)?.id ??
      (await app.db.tx(async (query) => {
        const language = one.kind === 'foreigner' ? 'en' : 'zh';
        const said = { ...one, password, language, consent: CONSENT_VERSION } as const;
        const made = await insertVisitor(app, query, said, { channel: 'mail', to: one.to });
        if (level === 2)
          await realName(app, query, made, { name: one.name, kind: 'passport', number: `E0000000${nth}` });
        return made;
      }));
    actors.set(one.key, as(id, one.name, id, one.kind, level));
    if (one.key !== 'trader') continue;
    const party =
      parties[0]?.id ??
      (await app.db.tx((query) => confirmedEnterprise(app, query, officer, id, DEMO_ENTERPRISE)));
    actors.set(
      DEMO_ENTERPRISE.key,
      as(party, `${DEMO_ENTERPRISE.name}（${one.name} 代）`, id, 'enterprise', level),
    );
  }
  return actors;
}
