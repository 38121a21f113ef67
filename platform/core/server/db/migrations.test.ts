import { describe, expect, it } from 'vitest';
import { readSteps, statementsOf, toStep } from './steps.ts';
import { unsafeFor } from './migration-rules.ts';

const rulesBroken = (sql: string): readonly string[] =>
  unsafeFor({ sql }).map((sentence) => sentence.slice(0, sentence.indexOf(':')));

/** Steps from before the rule, which may not be changed any more, and why they did no harm. */
const EARLIER: Readonly<Record<string, readonly string[]>> = {
  // No office was in service yet: both indexes were built on empty registers.
  // The rights of the very tables it made.
  '0001_house.sql': ['revoke'],
  '0003_lists.sql': ['index', 'index', 'index', 'index'],
};

describe('a migration runs while nodes of the previous version serve', () => {
  it('so no step takes away what they use, nor locks a growing table for long', async () => {
    const found = (await readSteps()).map((step) => [step.name, rulesBroken(step.sql)] as const);
    expect(found.length).toBeGreaterThan(2);
    expect(found).toEqual(found.map(([name]) => [name, EARLIER[name] ?? []]));
  });

  for (const [sql, rules] of [
    ['alter table person drop column phone', ['drop']],
    ['drop table notice', ['drop']],
    ['alter table person rename column phone to mobile', ['rename']],
    ['alter table person rename to people', ['rename']],
    ['alter table person alter column phone type varchar(20)', ['type']],
    ['alter table person alter phone set data type text', ['type']],
    ['alter table person alter column phone set not null', ['not-null']],
    ['alter table person alter column demo drop default', ['drop-default']],
    ['alter table person add column rank int not null', ['new-not-null']],
    ['alter table person add column token uuid not null default gen_random_uuid()', ['volatile-default']],
    ['alter table person add constraint sane check (length(name) < 9)', ['constraint']],
    ['alter table task add foreign key (office, case_id) references case_file', ['constraint']],
    ['create index on case_event (office, at)', ['index']],
    ['create unique index concurrently x on person (office, phone)', ['unique']],
    ["update person set phone = ''", ['rows']],
    ['delete from notice', ['rows']],
    ['lock table person', ['lock']],
    ['revoke select on person from zhitongche_app', ['revoke']],
    // A waiver needs a reason, and a reason is a sentence.
    ['-- allowed: drop: yes\ndrop table notice', ['drop']],
    ['-- allowed: rename: nobody reads it since the version before\ndrop table notice', ['drop']],
  ] as const)
    it(`refuses: ${sql.replaceAll('\n', ' / ')}`, () => expect(rulesBroken(sql)).toEqual(rules));

  for (const sql of [
    'alter table person add column rank int',
    'alter table person add column rank int not null default 0, add column note text',
    'create index concurrently if not exists person_rank on person (office, rank)',
    'create table seat (office text not null, id uuid not null); create index seat_id on seat (office, id); alter table seat add primary key (office, id)',
    'alter table person alter column phone drop not null',
    'drop index register_row_day',
    'grant select, update on person to zhitongche_app',
    '-- allowed: drop: nobody reads it since the version before\ndrop table notice',
    'alter table person add column state text -- not null comes later, see rename',
  ])
    it(`lets pass: ${sql.replaceAll('\n', ' / ')}`, () => expect(rulesBroken(sql)).toEqual([]));
});

describe('a step that runs beside the traffic', () => {
  it('is taken apart into its statements', () => {
    const sql =
      "-- beside the traffic\n-- For lists; fast.\ncreate index concurrently a on t (x);\n\ncreate index concurrently b on t (y) where z = ';';\n";
    expect(toStep('0009_x.sql', sql).beside).toEqual([
      'create index concurrently a on t (x)',
      "create index concurrently b on t (y) where z = ';'",
    ]);
    expect(statementsOf('do $$ begin perform 1; end $$; select 1')).toEqual([
      'do $$ begin perform 1; end $$',
      'select 1',
    ]);
  });
});
