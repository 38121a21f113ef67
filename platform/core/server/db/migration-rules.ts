import { statementsOf, type Step } from './steps.ts';

/** What the previous program, which goes on serving while a step runs and after it, must not be done. */
interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly why: string;
}

const RULES: readonly Rule[] = [
  {
    name: 'drop',
    pattern: /\bdrop\s+(table|column|view|function|type|schema)\b/,
    why: 'the previous program still reads it: drop it one version later',
  },
  {
    name: 'rename',
    pattern: /\brename\b/,
    why: 'the previous program knows the old name: add the new one, fill both, drop the old one later',
  },
  {
    name: 'type',
    pattern: /\balter\s+(column\s+)?\w+\s+(set\s+data\s+)?type\b/,
    why: 'it rewrites the table under an exclusive lock and breaks prepared plans',
  },
  {
    name: 'not-null',
    pattern: /\bset\s+not\s+null\b/,
    why: 'it reads the whole table under an exclusive lock, and the previous program may write null',
  },
  { name: 'drop-default', pattern: /\bdrop\s+default\b/, why: 'the previous program leaves the column out' },
  {
    name: 'new-not-null',
    pattern: /\badd\s+(column\s+)?(if\s+not\s+exists\s+)?\w+\s+(?!.*\bdefault\b)[^,]*\bnot\s+null\b/,
    why: 'the previous program leaves the column out: give it a constant default',
  },
  {
    name: 'volatile-default',
    pattern: /\badd\s+(column\s+)?.*\bdefault\s+(gen_random_uuid|clock_timestamp|random|nextval|timeofday)\b/,
    why: 'a default that differs by row rewrites the table under an exclusive lock',
  },
  {
    name: 'constraint',
    pattern: /\badd\s+(constraint\s+\w+\s+)?(check|foreign\s+key|unique|primary\s+key|exclude)\b/,
    why: 'rows of the previous program may break it, and checking old rows locks the table: not valid first, validated later',
  },
  {
    name: 'rows',
    pattern: /^(with\b[\s\S]*)?\b(update|delete\s+from|truncate)\b/,
    why: 'rows changed in bulk stay locked until the step ends: let a job do it in small steps',
  },
  {
    name: 'lock',
    pattern: /^(lock|cluster|reindex|vacuum\s+full|refresh)\b/,
    why: 'it locks the table for as long as it takes',
  },
  { name: 'revoke', pattern: /^revoke\b/, why: 'the previous program may still need the right' },
];

const CREATED = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)/g;
const INDEX = /^create\s+(unique\s+)?index\s+(concurrently\s+)?.*?\bon\s+(\w+)/s;
const TOUCHED = /^(?:alter\s+table|drop\s+table)\s+(?:if\s+exists\s+)?(?:only\s+)?(\w+)/;
/** `-- allowed: <rule>: <reason>` */
const ALLOWED = /^--\s*allowed:\s*([\w-]+):\s*(\S.{19,})$/gm;

/** Everything in a step that a node of the previous version could stumble over; a waiver in the file names rule and reason. */
export function unsafeFor(step: Pick<Step, 'sql'>): readonly string[] {
  const statements = statementsOf(step.sql).map((one) => one.toLowerCase().replaceAll(/\s+/g, ' '));
  const fresh = new Set(statements.flatMap((one) => [...one.matchAll(CREATED)].map((found) => found[1])));
  const allowed = new Set([...step.sql.matchAll(ALLOWED)].map((found) => found[1]));
  const found = statements.flatMap((statement): readonly (readonly [string, string])[] => {
    const table = TOUCHED.exec(statement)?.[1];
    const index = INDEX.exec(statement);
    if ((table && fresh.has(table)) || (index && fresh.has(index[3]))) return [];
    const where = statement.slice(0, 80);
    return [
      ...RULES.filter((rule) => rule.pattern.test(statement)).map(
        (rule) => [rule.name, `${rule.name}: ${where}: ${rule.why}`] as const,
      ),
      ...(index && !index[2]
        ? [
            [
              'index',
              `index: ${where}: writes wait until it is built: concurrently, beside the traffic`,
            ] as const,
          ]
        : []),
      ...(index?.[1]
        ? [['unique', `unique: ${where}: the previous program may write what it refuses`] as const]
        : []),
    ];
  });
  return found.filter(([rule]) => !allowed.has(rule)).map(([, sentence]) => sentence);
}
