import type { Service } from '@zhitongche/case';
import type { Story } from '../../model/testing.ts';
import { catalogue } from '@zhitongche/catalogue/find-service.ts';
import { outboundTrip } from '../../../../catalogue/outbound/trip/index.ts';
import { agreedTo, approved, begun } from '../../../../catalogue/outbound/trip/testing/roads.ts';
import { describe, expect, it } from 'vitest';
import { tell } from './tell.ts';

const told = (service: Service, s: Story): readonly string[] =>
  s.events.map(({ body, doer }) => tell(service, body, { ...doer, name: '某某' }));

describe('the story of a case', () => {
  it('is told in Chinese words: no flag, no key and no English name is shown, and days are written as the office writes them', () => {
    const s = approved(begun());
    s.act('filer', { act: 'ask-revocation', data: { reason: '对方取消活动', passportsOut: false } });
    agreedTo(s.act('signer', { act: 'agree' }));
    s.act('passport-officer', { act: 'none-out' });
    const texts = told(outboundTrip, s);
    expect(texts.length).toBeGreaterThan(40);
    expect(texts.filter((text) => /[a-z]{2,}/i.test(text))).toEqual([]);
    expect(texts).toContain('标记“任务已撤销”');
    expect(texts.filter((text) => /\d{4}-\d{2}-\d{2}/.test(text))).toEqual([]);
    expect(texts.some((text) => /应于\d{4}年\d{1,2}月\d{1,2}日前办理/.test(text))).toBe(true);
  });

  it('has words for every flag of every service', () => {
    for (const service of catalogue) {
      const flags = Object.values(service.flow.steps).flatMap((step) => [
        ...(step.onEnter ?? []),
        ...('acts' in step ? step.acts.flatMap((act) => act.effects ?? []) : []),
      ]);
      for (const effect of flags)
        if (effect.do === 'flag')
          expect(service.flow.flags?.[effect.flag], effect.flag).toMatch(/\p{Script=Han}/u);
    }
  });
});
