import { useQueryClient } from '@tanstack/react-query';
import type { Answers } from '@zhitongche/form';
import { PIN, type Disclosure } from '@zhitongche/budget';
import { useState } from 'react';
import { sentenceOf, Button, Notice, dayOf } from '@zhitongche/ui';
import { useWrite } from '@zhitongche/contract/web';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { CaseFrame, type CaseParts, arrangeActs, useCaseActs } from '@zhitongche/case/web';
import type { DraftKeeper } from '@zhitongche/form/web';

/** What sending needs to know of the page. */
interface Sending {
  readonly id: string;
  readonly keeper: DraftKeeper<Disclosure>;
  /** Revision of the draft on the server once everything is saved. */
  readonly revisionNow: () => Promise<number>;
  readonly adopted: { readonly no: number; readonly digest: string } | undefined;
  readonly onSent: (view: CaseView | null) => void;
}

/** The acts of the case that belong to this page: each that sends the budget out first fixes it as a version. */
export const SendBar = (sending: Sending) => (
  <CaseFrame id={sending.id} shell="desk">
    {(parts) => <Acts parts={parts} sending={sending} />}
  </CaseFrame>
);

const Acts = ({ parts, sending }: { readonly parts: CaseParts; readonly sending: Sending }) => {
  const { id, view, service, reload } = parts;
  const acts = useCaseActs({ view, service, shell: 'desk', reload, onTaken: sending.onSent });
  const client = useQueryClient();
  const keep = useWrite('keepPreparation', ['preparation']);
  const publish = useWrite('publishPreparation', ['preparation', 'disclosures', 'openBudgets']);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState<string>();
  const start = async (act: OpenActShape): Promise<void> => {
    const form = act.form === null ? undefined : service.forms[act.form]?.form;
    if (form === undefined || !Object.hasOwn(form, PIN)) return acts.start(act);
    setBusy(act.act);
    setProblem(undefined);
    try {
      acts.start(act, { data: await pinned(act), quiet: [PIN] });
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(undefined);
    }
  };
  const pinned = async (act: OpenActShape): Promise<Answers> => {
    if (act.act === 'publish') {
      const data = view.state.records['adopted']?.at(-1)?.data ?? {};
      await publish.mutateAsync({ params: { id } });
      client.removeQueries({ queryKey: ['lookups'] });
      const { differing: _, ...pin } = data;
      return { ...pin, publishedOn: dayOf(new Date().toISOString()) };
    }
    const saved = await sending.keeper.flush();
    if (!saved) throw new Error('还有改动没有保存，请稍后再提交。');
    const revision = await sending.revisionNow();
    const { no, digest, totals } = await keep.mutateAsync({ params: { id }, body: { revision } });
    // What was known of the version before must not speak about this one.
    client.removeQueries({ queryKey: ['lookups'] });
    const sums = Object.entries(totals).filter(([, value]) => value !== null);
    return {
      version: no,
      digest,
      ...Object.fromEntries(sums.map(([key, value]) => [key, fixed(value ?? '')])),
    };
  };
  const { primary, others } = arrangeActs(view.acts);
  const shown = [...primary, ...others.filter(({ kind }) => kind === 'withdraw')];
  return (
    <>
      {shown.length === 0 ? (
        <span className="soft">
          {view.row.turn.length > 0 ? `正在等待${view.row.turn.join('、')}` : (view.row.stepTitle ?? '')}
        </span>
      ) : (
        shown.map((act, at) => (
          <Button
            key={act.act}
            variant={at === 0 ? 'primary' : 'plain'}
            pending={busy === act.act}
            onPress={() => void start(act)}
          >
            {act.act === 'publish' ? '公开并登记' : act.label}
          </Button>
        ))
      )}
      {problem === undefined ? null : (
        <Notice tone="danger" live title="没有办成">
          {problem}
        </Notice>
      )}
      {acts.dialog}
    </>
  );
};

/** Two places, as the forms ask; a figure with more stays as it is and is told. */
const fixed = (value: string): string => {
  const [whole = '', rest = ''] = value.split('.');
  return rest.length > 2 ? value : `${whole}.${rest.padEnd(2, '0')}`;
};
