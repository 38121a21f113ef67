import type { PolicyDef } from '@zhitongche/office';
import type { Check, FactNeeds } from './check.ts';
import type { Service } from './service.ts';

/** What an office asks of whoever files, whatever is filed: one folder states it for every service it concerns. */
export interface FilingRule {
  /** Services it concerns; asked once, of their definition. */
  applies(service: Service): boolean;
  readonly checks: readonly Check[];
  readonly lookups: FactNeeds['lookups'];
  readonly policies: readonly PolicyDef[];
}

/** A service with what the rules ask of whoever files it; itself where none concerns it. */
export const withFilingRules = <S extends Service>(service: S, rules: readonly FilingRule[]): S =>
  rules
    .filter((rule) => rule.applies(service))
    .reduce<S>(
      (now, { checks, lookups, policies }) => ({
        ...now,
        checks: [...checks, ...now.checks],
        facts: { ...now.facts, lookups: { ...now.facts.lookups, ...lookups } },
        policies: [...now.policies, ...policies],
      }),
      service,
    );
