import { blocking } from '@zhitongche/base';
import { endPosts } from '@zhitongche/account/server';
import { renameOrg } from '@zhitongche/administration/server';
import { handOnCases } from '@zhitongche/case/server';
import { type Settle, type Settling, unsound } from '@zhitongche/core/server';
import { accountRule } from '../basis.ts';
import { figuresIn, type Handover } from '../derive.ts';
import { readAccount } from '../form.ts';

/** What a confirmed filing changes beyond its rows: the name of the unit, whose cases are whose, who may still log in. */
export const settleAccount: Settle = async (settling) => {
  const { state } = settling;
  const { matter, newName } = readAccount(state.answers);
  const { handover } = figuresIn(state);
  if (matter === 'change' && newName !== undefined) {
    const { app, query, office, at, doer, source } = settling;
    await renameOrg(app, query, { office, org: unitOf(settling), name: newName, at, by: doer, source });
  }
  if (matter === 'handover' && handover) await handOver(settling, handover);
};

const unitOf = ({ state }: Settling): string => state.orgs?.unit ?? '';

async function handOver(settling: Settling, { from, to, cases }: Handover): Promise<void> {
  const { app, query, office, caseId, caseNumber, at, doer, source } = settling;
  const unit = unitOf(settling);
  // Both accounts are held until the end: nobody is stopped, moved or given another post meanwhile.
  const able = await query<{ id: string }>(
    `select p.id from person p where p.office = $1 and p.id = any($2::uuid[]) and p.status = 'active'
       and exists (select 1 from role_grant g where g.office = p.office and g.person = p.id and g.role = 'filer'
         and g.org = $3 and g.status = 'active') order by p.id for update`,
    [office, [from.id, to.id], unit],
  );
  const gone = [from, to].filter(({ id }) => !able.some((one) => one.id === id));
  if (gone.length > 0) throw notClerks(gone.map(({ name }) => name));
  await handOnCases(app, query, {
    office,
    unit,
    from: { id: from.id, name: from.name, org: from.org },
    to: { id: to.id, name: to.name, org: to.org },
    by: `专办员交接 ${caseNumber}`,
    at,
    doer,
    source,
    except: caseId,
    listed: cases.map(({ id }) => id),
  });
  await endPosts(app, query, {
    office,
    person: from.id,
    org: unit,
    at,
    by: { id: doer.id, name: doer.name },
    source,
    reason: `case:${caseId}`,
  });
}

const notClerks = (names: readonly string[]) => {
  const message = `${names.join('、')}已不是本单位可用的专办员`;
  return unsound(
    [
      blocking('account.not-clerk', [], message, 'No longer a clerk of the unit', {
        todo: '请退回，由单位重新办理',
        basis: accountRule('交接在本单位专办员之间办理'),
      }),
    ],
    'account.not-clerk',
    message,
  );
};
