import { demoFaces } from '@zhitongche/catalogue/shelf.ts';
import { demoOffice } from '@zhitongche/offices';
import { hashPassword } from '@zhitongche/account/server';
import type { OfficeActor, App, DemoWorld } from '@zhitongche/core/server';
import { writeAudit } from '@zhitongche/audit/server';
import { newId } from '@zhitongche/host';
import { signerOf } from '@zhitongche/document/server';
import { insertOffice } from './insert-office.ts';
import { drain, playStories } from './play-stories.ts';
import { bindTargets, seedBudgets } from './seed-budgets.ts';
import { seedContacts } from './seed-contacts.ts';
import { seedDuties } from './seed-duties.ts';
import { seedSurveys } from './seed-surveys.ts';
import { seedVisitors } from './seed-visitors.ts';
import { type SampleRows, seedRegisters } from './seed-registers.ts';

const { code } = demoOffice;

/** Creates the demo office on first start, or finishes what an earlier start began; gives whether anything was done. */
export async function seedDemo(app: App): Promise<boolean> {
  const [known] = await app.db.query<{ created_at: Date; ready: boolean }>(
    `select o.created_at, exists (select 1 from audit a where a.office = o.office and a.action = 'demo.ready') as ready
     from office o where o.office = $1 and o.demo`,
    [code],
  );
  if (known?.ready) return false;
  // Days are counted from the first start, so that a second attempt tells the same story.
  const now = known?.created_at ?? app.clock();
  if (!known) await createDemoOffice(app, now);
  const staff = await actorsOf(app);
  const window = staff.get('window');
  const actors = window ? new Map([...staff, ...(await seedVisitors(app, window))]) : staff;
  const faces = await demoFaces();
  const world = await worldOf(app, now);
  const stories = faces.flatMap((face) => face.stories?.(world) ?? []);
  const rows: SampleRows = Object.assign({}, ...faces.map((face) => face.rows?.(world) ?? {}));
  const told = Object.keys(rows);
  await seedRegisters(app, actors, now, { rows, only: (code_) => told.includes(code_) });
  const acts = await playStories(app, actors, now, stories);
  const finance = actors.get('finance');
  if (finance) await seedBudgets(app, finance);
  await seedRegisters(app, actors, now, { rows: {}, only: (code_) => !told.includes(code_) });
  if (finance) await bindTargets(app, finance);
  await seedDuties(app, actors, code, now);
  await seedSurveys(app, actors, code, now);
  for (const face of faces) await face.play?.({ app, actors, now, drain });
  await seedContacts(app, actors, code);
  await writeAudit(app.db.query, {
    office: code,
    at: app.clock(),
    actor: { id: null, name: '控制台' },
    action: 'demo.ready',
    object: `office:${code}`,
    result: 'ok',
    source: '',
    detail: { acts },
  });
  return true;
}

/** The demo office as the folders of the catalogue may ask about it. */
async function worldOf(app: App, now: Date): Promise<DemoWorld> {
  const { orgs, people, policies, province, invented } = demoOffice;
  const { calendar } = await app.offices.get(code);
  return {
    now,
    calendar,
    province,
    orgs,
    people,
    policy: (key, org) => policies.find((row) => row.key === key && row.org === org)?.value,
    invented,
  };
}

/** The demo office with its people, tables and keys, before anybody has filed anything. */
export async function createDemoOffice(app: App, now: Date): Promise<void> {
  const ids = new Map(demoOffice.orgs.map((org) => [org.key, newId()]));
  const idOf = (key: string): string => ids.get(key) ?? '';
  const nameOf = (key: string): string => demoOffice.orgs.find((org) => org.key === key)?.name ?? '';
  // One password for all, known to everybody: hashing it once is as safe as hashing it a hundred times.
  const password = await hashPassword(demoOffice.password);
  await insertOffice(
    app,
    {
      code,
      name: demoOffice.name,
      demo: true,
      orgs: demoOffice.orgs.map(({ key, parent, ...org }) => ({
        ...org,
        id: idOf(key),
        parent: parent === null ? null : idOf(parent),
      })),
      people: demoOffice.people.map((person) => ({
        id: newId(),
        username: person.username,
        name: person.name,
        org: idOf(person.org),
        at: idOf(person.at ?? person.org),
        roles: person.roles,
        password,
        mustChange: false,
      })),
      tables: demoOffice.tables,
      letterheads: demoOffice.letterheads.map((head) => ({
        ...head,
        org: idOf(head.org),
        name: nameOf(head.org),
      })),
      policies: demoOffice.policies.map((row) => ({
        ...row,
        org: row.org === undefined ? null : idOf(row.org),
      })),
    },
    now,
  );
  // Signing keys as old as the oldest case, else its papers would carry a certificate not yet valid.
  const longAgo = new Date(now.getTime() - 900 * 86_400_000);
  const past: App = { ...app, clock: () => longAgo };
  for (const head of demoOffice.letterheads) await signerOf(past, code, idOf(head.org), nameOf(head.org));
}

/** Everybody of the demo by user name, as the log-in would know them. */
async function actorsOf(app: App): Promise<ReadonlyMap<string, OfficeActor>> {
  const rows = await app.db.query<{
    username: string;
    id: string;
    name: string;
    org: string;
    grants: OfficeActor['grants'];
  }>(
    `select p.username, p.id, p.name, p.org, (select coalesce(json_agg(json_build_object('role', g.role, 'org', g.org)), '[]')
       from role_grant g where g.office = p.office and g.person = p.id and g.status = 'active') as grants
     from person p where p.office = $1`,
    [code],
  );
  return new Map(
    rows.map(({ username, ...row }) => [username, { ...row, office: code, source: '', standsInFor: [] }]),
  );
}
