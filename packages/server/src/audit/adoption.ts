import type { Query } from '../db/db.ts';
import { writeAudit } from './write.ts';

/**
 * Whether rows without a code count as those of an older program, still to be adopted. The audit itself is the mark:
 * taking it away breaks a seal. `since` is when the time of adoption began; null = no job has begun it yet.
 */
export type Adoption = { readonly open: true; readonly since: Date | null } | { readonly open: false };

const objectOf = (office: string): string => `adoption:${office}`;

/** Reads the newest mark of an office. */
export async function adoptionOf(query: Query, office: string): Promise<Adoption> {
  const [mark] = await query<{ action: string; at: Date }>(
    'select action, at from audit where office = $1 and object = $2 order by xid desc, id desc limit 1',
    [office, objectOf(office)],
  );
  if (mark?.action === 'adoption.close') return { open: false };
  return { open: true, since: mark?.at ?? null };
}

/** Begins the time in which rows of an older program are adopted, or ends it for good. */
export const markAdoption = (query: Query, office: string, what: 'open' | 'close', at: Date): Promise<void> =>
  writeAudit(query, {
    office,
    at,
    actor: { id: null, name: '控制台' },
    action: `adoption.${what}`,
    object: objectOf(office),
    result: 'ok',
    source: '',
  });
