import type { MessageKind } from '@zhitongche/channel';
import { type Answers, type Fields, type Form, toCellText, visibleAnswers } from '@zhitongche/form';
import { caseView } from '@zhitongche/case/server';
import { type App, forbidden, type OfficeActor, ProblemError, publicOrigin } from '@zhitongche/core/server';
import { provenAddress } from './contacts.ts';
import { enqueue } from './enqueue.ts';
import { reachedPeople } from './pass-on.ts';

const COPY_MESSAGE: MessageKind = { code: 'channel.copy', subject: '直通车：您提交的填报内容副本' };

/** The answers in words, section by section; what is private goes masked, for a mail is read on other people's machines. */
export function answersInWords(form: Form, answers: Answers): string {
  const seen = visibleAnswers(form, answers, { clearance: 'open' });
  return Object.values(form)
    .flatMap(({ title, fields }) => {
      const lines = linesOf(fields, seen);
      return lines.length === 0 ? [] : [`【${title}】\n${lines.join('\n')}`];
    })
    .join('\n\n');
}

const linesOf = (fields: Fields, answers: Answers): readonly string[] =>
  Object.entries(fields).flatMap(([key, field]) => {
    const value = answers[key];
    if (field.kind !== 'table' || !Array.isArray(value)) {
      const text = toCellText(field, value);
      return text === '' ? [] : [`${field.label}：${text}`];
    }
    return value.map((row: Answers, nth) => {
      const cells = linesOf(field.columns, row).join('；');
      return `${field.label} ${nth + 1}：${cells}`;
    });
  });

/** Sends whoever filed a case a copy of what was filed, to their proven mail address; once for what stands there. */
export async function copyAnswers(app: App, actor: OfficeActor, caseId: string): Promise<boolean> {
  const view = await caseView(app, actor, caseId);
  const { state, row } = view;
  if (row.number === null)
    throw new ProblemError(
      409,
      'copy.draft',
      '提交以后才有副本。',
      'There is a copy once it has been submitted.',
    );
  if (state.applicant?.id !== actor.id)
    throw forbidden(
      'copy.not-yours',
      '只有填报人可以取填报内容的副本。',
      'Only whoever filed it may have a copy.',
    );
  const to = await mailOf(app, actor);
  if (to === undefined)
    throw new ProblemError(
      409,
      'copy.no-address',
      '还没有确认过的邮箱。请先在“我的账户”的“消息接收”中绑定邮箱。',
      'There is no proven mail address yet.',
    );
  const service = await app.services.get(row.service, view.version);
  if (!service) throw new Error(`No service ${row.service} ${view.version}`);
  const book = await app.offices.get(actor.office);
  const text = [
    `办件${row.number}，${row.serviceName}。以下是您提交的填报内容；证件号码等已打码，完整内容登录后查看。`,
    answersInWords(service.form, state.answers),
    `查看：${publicOrigin(app.config)}${actor.visitor ? '/visit' : ''}/hall/cases/${caseId}\n\n${book.name}`,
  ].join('\n\n');
  const wish = {
    kind: COPY_MESSAGE,
    channel: 'mail',
    to,
    text,
    key: `copy/${caseId}/${state.round}/${actor.id}`,
    person: actor.id,
    caseId,
  } as const;
  const sent = await app.db.tx((query) => enqueue(app, query, actor.office, [wish]));
  app.wake();
  return sent > 0;
}

/** The mailbox somebody has proven: of the public that of the account which acts. */
async function mailOf(app: App, actor: OfficeActor): Promise<string | undefined> {
  const { office, id, visitor } = actor;
  if (visitor)
    return (await app.outsiders(app, app.db.query, office, [id])).find(
      ({ account, channel }) => channel === 'mail' && account === visitor.account,
    )?.to;
  const found = (await reachedPeople(app.db.query, office, [id])).find(({ channel }) => channel === 'mail');
  return found && provenAddress(app, office, id, 'mail', found.sealed);
}
