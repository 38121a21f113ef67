import type { Carrier, Config, Offices, Post } from '@zhitongche/core/server';
import { localPost } from './local-post.ts';
import { smtpCarrier } from './smtp.ts';

/** What the carriers are chosen by. */
export interface PostNeeds {
  readonly config: Pick<Config, 'smtp'>;
  readonly offices: Pick<Offices, 'get'>;
  readonly clock: () => Date;
}

/** Real carriers where the environment names them; a stand-in for the others in a demo office, and nobody in a real one. */
export function makePost({ config, offices, clock }: PostNeeds): Post {
  const local = localPost(clock);
  const mail: Carrier | null = config.smtp && smtpCarrier(config.smtp);
  const isDemo = async (office: string): Promise<boolean> => (await offices.get(office)).demo;
  return {
    async carriers(office) {
      const others = (await isDemo(office)) ? local.carriers : { mail: null, sms: null, wechat: null };
      return { ...others, ...(mail ? { mail } : {}) };
    },
    delivered: async (office) => ((await isDemo(office)) ? local.delivered() : null),
  };
}
