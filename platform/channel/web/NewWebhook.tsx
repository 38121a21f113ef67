import { type FormEvent, useState } from 'react';
import { WEBHOOK_EVENTS, type WebhookEvent } from '@zhitongche/channel';
import { useWrite } from '@zhitongche/contract/web';
import { Button, Refusal, TextField } from '@zhitongche/ui';

const EVENTS = Object.entries(WEBHOOK_EVENTS) as readonly (readonly [WebhookEvent, string])[];

/** Whom, where and of what; gives the secret, which is told this once. */
export const NewWebhook = ({ onDone }: { readonly onDone: (secret: string) => void }) => {
  const add = useWrite('addWebhook', ['webhooks']);
  const [label, setLabel] = useState('');
  const [url, setUrl] = useState('https://');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(['case.closed']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate({ body: { label, url, events: [...events] } }, { onSuccess: ({ secret }) => onDone(secret) });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        id="webhook-label"
        label="对方系统"
        required
        maxLength={60}
        value={label}
        onChange={setLabel}
      />
      <TextField
        id="webhook-url"
        label="接收网址"
        required
        maxLength={500}
        inputMode="url"
        spellCheck={false}
        value={url}
        onChange={setUrl}
      />
      <fieldset>
        <legend className="field-label">推送什么</legend>
        <div className="picks">
          {EVENTS.map(([event, words]) => (
            <label key={event} className="pick">
              <input
                type="checkbox"
                checked={events.includes(event)}
                onChange={(e) =>
                  setEvents(e.target.checked ? [...events, event] : events.filter((one) => one !== event))
                }
              />
              <span>{words}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Refusal error={add.error} />
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={add.isPending}
          isDisabled={label.trim().length < 2 || url.trim().length < 9 || events.length === 0}
        >
          新增
        </Button>
      </div>
    </form>
  );
};
