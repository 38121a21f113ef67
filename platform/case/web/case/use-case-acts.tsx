import type { Service } from '@zhitongche/case';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '@zhitongche/shell/web';
import { type ReactNode, Suspense, useState } from 'react';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { lazily } from '@zhitongche/ui';
import { actDraftOf, isDraftOf } from '../act/act-draft.ts';
import type { ActStart } from '../act/act-start.ts';
import { caseExtension } from './case-extensions.ts';
import type { CaseShell } from './shell.ts';

const ActDialog = lazily(() => import('../act/ActDialog.tsx').then((m) => m.ActDialog));

/** An act being taken, and the case as the person saw it when starting: news meanwhile must not slip under the pen. */
interface Taking {
  readonly act: OpenActShape;
  readonly seen: CaseView;
  /** True once the latest case no longer offers the act. */
  readonly gone: boolean;
  readonly start: ActStart | undefined;
}

/** The same act on the latest case, if it is still offered. */
const sameAct = (act: OpenActShape, view: CaseView): OpenActShape | undefined =>
  view.acts.find((a) => a.act === act.act && a.seat === act.seat) ?? view.acts.find((a) => a.act === act.act);

/** The act that was being filled in when this page was laid out anew, or left; nothing where it is not offered any more. */
const resumed = (view: CaseView, account: string): Taking | null => {
  const draft = actDraftOf(account, view.row.id);
  const act = draft?.open === true ? view.acts.find((one) => isDraftOf(draft, one)) : undefined;
  return act === undefined ? null : { act, seen: view, gone: false, start: undefined };
};

/** The act being taken on a case, and the dialog that asks what it needs. */
export const useCaseActs = ({
  view,
  service,
  shell,
  onTaken,
  quiet,
  reload,
}: {
  readonly view: CaseView;
  readonly service: Service;
  readonly shell: CaseShell;
  /** Told of the case afterwards; null when the decision waits on this device. */
  readonly onTaken?: (view: CaseView | null) => void;
  /** True where the page itself says what was done. */
  readonly quiet?: (after: CaseView) => boolean;
  readonly reload: () => Promise<CaseView | undefined>;
}): {
  readonly start: (act: OpenActShape, start?: ActStart) => void;
  readonly dialog: ReactNode;
  readonly taking: OpenActShape | undefined;
} => {
  const navigate = useNavigate();
  const { actPage } = caseExtension(service.code);
  const { id } = useMe();
  const [taking, setTaking] = useState(() => resumed(view, id));
  const renew = async (): Promise<void> => {
    const latest = await reload();
    if (latest === undefined) return;
    setTaking((now) => {
      if (now === null) return null;
      const act = sameAct(now.act, latest);
      return { ...now, act: act ?? now.act, seen: latest, gone: act === undefined };
    });
  };
  return {
    start: (act, start) => {
      const form = act.form === null ? undefined : service.forms[act.form]?.form;
      const page = form && start?.data === undefined ? actPage?.(form, view.row.id) : null;
      if (page) void navigate({ to: page });
      else setTaking({ act, seen: view, gone: false, start });
    },
    taking: taking?.act,
    dialog:
      taking === null ? null : (
        <Suspense>
          <ActDialog
            act={taking.act}
            gone={taking.gone}
            start={taking.start}
            view={taking.seen}
            service={service}
            shell={shell}
            quiet={quiet}
            onTaken={(after) => {
              setTaking(null);
              onTaken?.(after);
            }}
            onRenew={renew}
            onClose={() => setTaking(null)}
          />
        </Suspense>
      ),
  };
};
