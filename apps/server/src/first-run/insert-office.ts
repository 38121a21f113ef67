import { CHINA_COVERS, CHINA_EXCEPTIONS } from '@zhitongche/base';
import type { OrgKind, Role } from '@zhitongche/access';
import type { PolicyValue, ReferenceTable } from '@zhitongche/office';
import { sm3Hex } from '@zhitongche/formats';
import { grantMac, personMac } from '@zhitongche/account/server';
import type { App } from '@zhitongche/core/server';
import { markAdoption, markTold, nameTheRest, writeAudit } from '@zhitongche/audit/server';
import { type Query, newId } from '@zhitongche/host';
import { tellUnknown } from '../job/tell-known.ts';
import { policyMac } from '@zhitongche/office/server';

/** An organisation to be; parents come before children. */
export interface NewOrg {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: OrgKind;
  readonly name: string;
  readonly code?: string;
}

/** A person to be. */
export interface NewPerson {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly org: string;
  readonly roles: readonly Role[];
  /** Where the roles are held. */
  readonly at: string;
  /** Stored form of the first password. */
  readonly password: string;
  readonly mustChange: boolean;
}

/** Everything an office begins with. */
export interface NewOffice {
  readonly code: string;
  readonly name: string;
  readonly demo: boolean;
  readonly orgs: readonly NewOrg[];
  readonly people: readonly NewPerson[];
  /** Beside those the services bring. */
  readonly tables: readonly ReferenceTable[];
  readonly letterheads: readonly {
    readonly org: string;
    readonly name: string;
    readonly mark: string;
    readonly address: string;
    readonly phone: string;
  }[];
  readonly policies: readonly {
    readonly key: string;
    readonly org: string | null;
    readonly value: PolicyValue;
    readonly validFrom: string;
    readonly source: string;
  }[];
}

/**
 * Creates an office with its tree, calendar, tables and first accounts, in one transaction. Nobody is there yet who
 * could ask for it: this is the console's doing, and the audit says so.
 */
export async function insertOffice(app: App, office: NewOffice, at: Date): Promise<void> {
  await app.db.tx(async (query) => {
    await query('insert into office (office, name, demo, created_at) values ($1, $2, $3, $4)', [
      office.code,
      office.name,
      office.demo,
      at,
    ]);
    for (const org of office.orgs)
      await query('insert into org (office, id, parent, kind, name, code) values ($1, $2, $3, $4, $5, $6)', [
        office.code,
        org.id,
        org.parent,
        org.kind,
        org.name,
        org.code ?? null,
      ]);
    await insertCalendar(query, office.code);
    for (const table of [...office.tables, ...(await app.services.tables())]) {
      const rows = JSON.stringify(table.rows);
      await query(
        `insert into ref_table (office, name, valid_from, title, source, rows, digest, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [office.code, table.name, table.validFrom, table.title, table.source, rows, sm3Hex(rows), at],
      );
    }
    await query(
      `insert into letterhead (office, org, name, signature, mark, address, phone)
       select $1, l.org, l.name, l.name, l.mark, l.address, l.phone
       from json_to_recordset($2) as l(org uuid, name text, mark text, address text, phone text)`,
      [office.code, JSON.stringify(office.letterheads)],
    );
    await query(
      `insert into policy_row (office, id, key, org, value, valid_from, source, at, mac)
       select $1, p.id, p.key, p.org, p.value, p.valid_from, p.source, $3, p.mac
       from json_to_recordset($2) as p(id uuid, key text, org uuid, value jsonb, valid_from date, source text, mac text)`,
      [
        office.code,
        JSON.stringify(
          office.policies.map(({ validFrom, ...policy }) => {
            const row = {
              ...policy,
              office: office.code,
              id: newId(),
              valid_from: validFrom,
              valid_to: null,
            };
            return { ...row, mac: policyMac(app.keys, row) };
          }),
        ),
        at,
      ],
    );
    await insertPeople(app, query, office.code, office.people, at);
    await writeAudit(query, {
      office: office.code,
      at,
      actor: { id: null, name: '控制台' },
      action: 'office.create',
      object: `office:${office.code}`,
      result: 'ok',
      source: '',
      detail: { demo: office.demo, orgs: office.orgs.length, people: office.people.length },
    });
    await nameTheRest({ keys: app.keys, clock: () => at }, query, office.code, false);
    // No older program has ever written here.
    await markAdoption(app.keys, query, office.code, 'close', at);
    await tellUnknown(app.keys, query, office.code);
    await markTold(app.keys, query, office.code, 'close', at);
  });
  app.offices.forget(office.code);
}

async function insertCalendar(query: Query, office: string): Promise<void> {
  await query(
    `insert into calendar_exception (office, date, kind, notice)
     select $1, e.date, e.kind, e.notice from json_to_recordset($2) as e(date date, kind text, notice text)`,
    [office, JSON.stringify(CHINA_EXCEPTIONS)],
  );
  await query('insert into calendar_cover (office, from_day, to_day) values ($1, $2, $3)', [
    office,
    CHINA_COVERS.from,
    CHINA_COVERS.to,
  ]);
}

async function insertPeople(
  app: App,
  query: Query,
  office: string,
  people: readonly NewPerson[],
  at: Date,
): Promise<void> {
  await query(
    `insert into person (office, id, username, name, org, password, password_changed_at, must_change_password, created_at, mac)
     select $1, p.id, p.username, p.name, p.org, p.password, $3, p."mustChange", $3, p.mac
     from json_to_recordset($2) as p(id uuid, username text, name text, org uuid, password text, "mustChange" boolean, mac text)`,
    [
      office,
      JSON.stringify(
        people.map((person) => ({
          ...person,
          mac: personMac(app.keys, {
            ...person,
            office,
            status: 'active',
            expires: null,
            totp_secret: null,
            totp_confirmed: false,
          }),
        })),
      ),
      at,
    ],
  );
  const grants = people.flatMap((person) =>
    person.roles.map((role) => {
      const row = { office, id: newId(), person: person.id, role, org: person.at, status: 'active' };
      return { ...row, mac: grantMac(app.keys, row) };
    }),
  );
  await query(
    `insert into role_grant (office, id, person, role, org, status, asked_by, asked_at, settled_by, settled_at, mac)
     select $1, g.id, g.person, g.role, g.org, g.status, g.person, $3, g.person, $3, g.mac
     from json_to_recordset($2) as g(id uuid, person uuid, role text, org uuid, status text, mac text)`,
    [office, JSON.stringify(grants), at],
  );
}
