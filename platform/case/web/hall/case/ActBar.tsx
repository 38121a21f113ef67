import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseParts } from '../../case/CaseFrame.tsx';
import { useCaseActs } from '../../case/use-case-acts.tsx';
import { arrangeActs } from '../../act/act-needs.ts';
import { call, newKey, keyOf, useWrite } from '@zhitongche/contract/web';
import {
  Button,
  codeOf,
  ConfirmSheet,
  LinkButton,
  messageOf,
  toast,
  useShared,
  useToday,
} from '@zhitongche/ui';
import { todoOf } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { useMe, usePageActs } from '@zhitongche/shell/web';
import { mayNoLongerCancel } from './no-cancel.ts';

/** Acts of an applicant; the office's own acts on the same case are taken at the desk. */
const MINE: ReadonlySet<string> = new Set(['withdraw', 'cancel', 'urge', 'advance']);

/** Whether a seat is somebody's by name: what it offers is taken wherever he works. */
const namedFor = ({ state }: CaseView, seat: string | null, person: string): boolean =>
  state.seats.some((one) => one.id === seat && !one.applicant && one.person?.id === person);

/** What I may do with this case now: the service's own verbs first, giving up last. */
export const ActBar = ({
  view,
  service,
  reload,
  approved = false,
}: Pick<CaseParts, 'view' | 'service' | 'reload'> & {
  /** What comes next stands beside the paper already; here is what may be done besides. */
  readonly approved?: boolean;
}) => {
  const { say } = useShared();
  const me = useMe();
  const navigate = useNavigate();
  const today = useToday();
  const listed = approved
    ? todoOf(service, view.state, today).flatMap(({ act, done }) => (act === undefined || done ? [] : [act]))
    : [];
  const { start, dialog } = useCaseActs({ view, service, shell: 'hall', reload });
  const { primary, others, danger } = arrangeActs(
    view.acts.filter((a) => (MINE.has(a.kind) || namedFor(view, a.seat, me.id)) && !listed.includes(a.act)),
  );
  const verbs = [...primary, ...others];
  const params = { case: view.row.id };
  usePageActs(
    [...verbs, ...danger].map((act) => ({
      key: `act ${act.act}`,
      label: act.label,
      note: view.row.title,
      icon: act.danger ? 'alert' : 'check',
      run: () => {
        if (act.form && service.forms[act.form])
          void navigate({ to: '/hall/cases/$case/acts/$act', params: { ...params, act: act.act } });
        else start(act);
      },
    })),
  );
  return (
    <section className="card stack" aria-labelledby="acts-title">
      <h2 id="acts-title">{say('可以办理', 'What you can do')}</h2>
      <div className="act-list">
        {verbs.map((a) =>
          a.form && service.forms[a.form] ? (
            <LinkButton
              key={a.act}
              to="/hall/cases/$case/acts/$act"
              params={{ ...params, act: a.act }}
              variant={a === verbs[0] && a.primary ? 'primary' : 'plain'}
            >
              {say(a.label, a.en)}
            </LinkButton>
          ) : (
            <Button key={a.act} onPress={() => start(a)}>
              {say(a.label, a.en)}
            </Button>
          ),
        )}
        <CopyButton view={view} />
        {danger.map((a) => (
          <Button key={a.act} variant="danger" onPress={() => start(a)}>
            {say(a.label, a.en)}
          </Button>
        ))}
        {view.state.status === 'draft' ? <DeleteButton view={view} /> : null}
      </div>
      {mayNoLongerCancel(view, me.id) ? (
        <p className="soft">
          {say(
            '已有人签批，不能自行撤销。不再办理的，请与现在的办理人说明。',
            'It has been decided on and is not given up alone; please tell the office.',
          )}
        </p>
      ) : null}
      {dialog}
    </section>
  );
};

const CopyButton = ({ view }: { readonly view: CaseView }) => {
  const { say } = useShared();
  const navigate = useNavigate();
  const create = useWrite('createCase', ['myCases']);
  return (
    <Button
      icon="copy"
      pending={create.isPending}
      onPress={() =>
        create.mutate(
          { body: { service: view.row.service, copyOf: view.row.id }, options: { key: newKey() } },
          {
            onSuccess: ({ id }) => void navigate({ to: '/hall/cases/$case/edit', params: { case: id } }),
            onError: (error) => toast(messageOf(error), 'danger'),
          },
        )
      }
    >
      {say('照此再报一份', 'File another like it')}
    </Button>
  );
};

const DeleteButton = ({ view }: { readonly view: CaseView }) => {
  const { say } = useShared();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<{ readonly pending: boolean; readonly error?: unknown }>({
    pending: false,
  });
  const remove = async (): Promise<void> => {
    setState({ pending: true });
    try {
      await call('deleteDraft', { params: { case: view.row.id } });
    } catch (error) {
      if (codeOf(error) !== 'case.not-found') {
        setState({ pending: false, error });
        return;
      }
    }
    toast(say('草稿已删除', 'The draft is deleted'));
    client.removeQueries({ queryKey: keyOf('case', { params: { case: view.row.id } }) });
    void client.invalidateQueries({ queryKey: ['list', 'myCases'] });
    await navigate({ to: '/hall/cases' });
  };
  return (
    <>
      <Button variant="danger" icon="trash" onPress={() => setOpen(true)}>
        {say('删除草稿', 'Delete the draft')}
      </Button>
      <ConfirmSheet
        open={open}
        title={say('删除这份草稿？', 'Delete this draft?')}
        verb={say('删除', 'Delete')}
        danger
        pending={state.pending}
        error={state.error}
        onConfirm={() => void remove()}
        onClose={() => setOpen(false)}
      >
        <p>
          {say('填写的内容和上传的附件都会删除，不能恢复。', 'What you typed and uploaded is gone for good.')}
        </p>
      </ConfirmSheet>
    </>
  );
};
