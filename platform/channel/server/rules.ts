import { dayInShanghai } from '@zhitongche/base';
import { CHANNEL_POLICIES, type ChannelRules } from '@zhitongche/channel';
import type { App, OfficeConfig } from '@zhitongche/core/server';
import { makePolicyReader, type PolicyReader } from '@zhitongche/office';

/** The figures of the channels in force today. */
export const channelPolicy = (app: App, book: OfficeConfig): PolicyReader =>
  makePolicyReader(
    CHANNEL_POLICIES,
    book.policyRows,
    [book.root.id],
    dayInShanghai(app.clock().toISOString()),
  );

const hour = (figure: number): string => `${String(figure).padStart(2, '0')}:00`;

/** What the office sets for everybody's messages. */
export function channelRules(app: App, book: OfficeConfig): ChannelRules {
  const policy = channelPolicy(app, book);
  const [from, until] = [policy.number('channel.quiet-from'), policy.number('channel.quiet-until')];
  return {
    digestAt: hour(policy.number('channel.digest-hour')),
    urgent: policy.list('channel.urgent'),
    quiet: from === until ? null : { from: hour(from), until: hour(until) },
  };
}
