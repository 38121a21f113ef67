import { call, useWrite } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { messageOf, setLanguage, toast, useWords } from '@zhitongche/ui';
import { useEffect } from 'react';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import './visitor.css';

/** For whom one acts, changed here: the page begins anew, so that nothing typed for one is sent for the other. */
export const PartySwitch = () => {
  const me = useMe();
  const { say } = useWords();
  const act = useWrite('visitAct');
  const { visitor } = me;
  const spoken = visitor?.language;
  useEffect(() => {
    if (spoken) setLanguage(spoken, false);
  }, [spoken]);
  if (!visitor) return null;
  const parties = visitor.parties;
  const change = (party: string): void =>
    act.mutate(
      { body: { party } },
      {
        onSuccess: () => location.assign('/visit/hall'),
        onError: (error) => toast(messageOf(error), 'danger'),
      },
    );
  const now = parties.find(({ on }) => on)?.id ?? '';
  return (
    <>
      {parties.length > 1 || now === '' ? (
        <label className="visit-party">
          <span className="visually-hidden">{say('办理身份', 'Acting for')}</span>
          <select className="input" value={now} onChange={(e) => change(e.target.value)}>
            {now === '' ? <option value="">{say('请选择办理身份', 'Choose for whom you act')}</option> : null}
            {parties.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <LanguageSwitch />
    </>
  );
};

/** Leaves the counter's session when the officer is done. */
export const leaveCounter = async (): Promise<void> => {
  await call('logout', {});
  location.assign('/desk/counter');
};
