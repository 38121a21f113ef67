import { isJson } from '../chain.ts';
import type { CheckContext } from '../check.ts';
import { filerRole } from '../filer-role.ts';
import { blocks } from '@zhitongche/base';
import { promiseGaps } from '../promise-gaps.ts';
import { review } from '../run-checks.ts';
import type { Service } from '../service.ts';
import { paperEditions } from '../paper-edition.ts';
import { sampleContext, story } from '../testing.ts';
import { sweepFlow } from './sweep-flow.ts';
import { sweepLinked } from './sweep-linked.ts';
import { sweepChecks, sweepForm, sweepPolicies, sweepTexts } from './sweep-parts.ts';
import { maskedTexts, sweepColumns } from './sweep-private.ts';
import { type Variant, walk } from './walk.ts';

/** Ways through the service that together enter every step; the sample under the province office is always walked. */
export interface SweepOptions {
  /** Where the sample's reference tables, lookups and day come from, and further variants by name. */
  readonly world?: Variant;
  readonly variants?: Readonly<Record<string, Variant>>;
}

/** The same context, telling of every lookup asked that the service does not declare: nobody would ever answer it. */
const listening = (service: Service, context: CheckContext, tell: (fault: string) => void): CheckContext => ({
  ...context,
  facts: {
    table: (name) => context.facts.table(name),
    lookup(name) {
      if (!Object.hasOwn(service.facts.lookups, name))
        tell(`a check asks lookup "${name}", which is not declared`);
      return context.facts.lookup(name);
    },
    draws: context.facts.draws,
  },
});

const message = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Computed figures must stand any half-filled form. */
const sweepDerived = (service: Service, world: Variant): readonly string[] => {
  const faults = new Set<string>();
  const context = listening(service, sampleContext(service.policies, world), (fault) => faults.add(fault));
  const sample = service.sample(context.today);
  const partial = [{}, ...Object.keys(sample).map((key) => ({ ...sample, [key]: undefined })), sample];
  for (const answers of partial) {
    const { sound, problems } = review(service.form, service.checks, answers, context);
    for (const problem of problems) if (problem.code === 'check.failed') faults.add(`${problem.message}`);
    try {
      const derived = service.derive(sound, context);
      if (!isJson(derived)) faults.add('derive yields something JSON cannot hold');
      service.summary(sound, derived);
      for (const computed of service.computed) computed.show(derived);
    } catch (cause) {
      faults.add(`derive, summary or a computed figure fails on partial answers: ${message(cause)}`);
    }
  }
  const { problems } = review(service.form, service.checks, sample, context);
  if (blocks(problems)) {
    faults.add(
      `the sample is refused: ${problems.map((p) => `${p.code} [${p.at.join('.')}] ${p.message}`).join('; ')}`,
    );
  }
  return [...faults];
};

/** Papers and registers must be able to speak of the sample case. */
const sweepOutputs = (service: Service, world: Variant): readonly string[] => {
  const s = story(service, world);
  const answers = s.answers(world.answers);
  const explanations = Object.fromEntries(service.checks.map((check) => [check.code, '说明']));
  const filer = filerRole(service);
  const submitted = s.attempt(filer, { act: 'submit', answers, explanations });
  if (!submitted.ok) return [];
  s.act(filer, { act: 'submit', answers, explanations });
  const common = { caseId: 'case-1', caseNumber: '2026-000001' };
  const letterhead = {
    org: 'office',
    name: '某某省人民政府外事办公室',
    signature: '某某省外办',
    mark: '某外',
  };
  const masked = maskedTexts(service.form, answers);
  const papers = service.papers.flatMap((paper) => {
    const facts = {
      ...common,
      state: s.state,
      date: s.today,
      letterhead,
      verify: { url: 'https://example.invalid/v/x', code: 'AAAA-BBBB' },
      policy: s.setting.policy,
      ...(paper.series ? { number: '某外字〔2026〕1号' } : {}),
    };
    try {
      const editions = paperEditions(service, paper, facts);
      const said = JSON.stringify([editions.open, paper.publicFacts(editions.facts)]);
      // Short texts, a place of birth, may stand in any paper by chance.
      const leaks = masked.some((text) => text.length >= 8 && said.includes(text));
      return [
        ...(leaks ? [`paper ${paper.key} repeats what the form masks, beside the answers it is handed`] : []),
        ...(editions.open.name.trim() === '' ? [`paper ${paper.key} has no name`] : []),
      ];
    } catch (cause) {
      return [`paper ${paper.key} cannot be built: ${message(cause)}`];
    }
  });
  const registers = service.registers.flatMap((register) => {
    try {
      const rows = register.rows(s.state, { ...common, calendar: s.setting.calendar });
      const ids = rows.map((row) => row.id);
      return [
        ...(new Set(ids).size < ids.length ? [`register ${register.key} has two rows with one id`] : []),
        ...sweepColumns(service.form, register, rows, masked),
      ];
    } catch (cause) {
      return [`register ${register.key} cannot be filled: ${message(cause)}`];
    }
  });
  return [...papers, ...registers];
};

/** What the steps after acceptance have together must fit into what is promised, as the figures are delivered. */
const sweepPromise = (service: Service, world: Variant): readonly string[] =>
  promiseGaps(service, sampleContext(service.policies, world).policy).map(
    ({ urgent, promised, needed, steps }) =>
      `${steps.map(({ step }) => step).join(' → ')}: ${needed} days after acceptance, but ${promised} are promised${urgent ? ' to urgent cases' : ''}`,
  );

/**
 * Everything wrong with a service's definition that can be found without people: dead ends, roads to nowhere, steps
 * never entered, papers nobody makes, texts and bases missing, unknown roles, undeclared policies. Empty = sound.
 */
export const sweep = (service: Service, options: SweepOptions = {}): readonly string[] => {
  const world = options.world ?? {};
  const still = [
    ...sweepTexts(service),
    ...sweepLinked(service),
    ...sweepForm('form', service.form),
    ...Object.entries(service.forms).flatMap(([key, extra]) => sweepForm(`form ${key}`, extra.form)),
    ...sweepChecks(service),
    ...sweepPolicies(service),
    ...sweepFlow(service),
  ];
  // A flow with roads to nowhere would only repeat the same faults at every turn.
  if (still.length > 0) return still;
  const variants = Object.entries({ sample: {}, ...options.variants });
  const walks = variants.map(([name, variant]) => walk(service, name, { ...world, ...variant }));
  const entered = new Set(walks.flatMap((w) => [...w.entered]));
  const issued = new Set(walks.flatMap((w) => [...w.issued]));
  return [
    ...sweepDerived(service, world),
    ...sweepOutputs(service, world),
    ...walks.flatMap((w) => w.faults),
    ...sweepPromise(service, world),
    ...Object.keys(service.flow.steps)
      .filter((key) => !entered.has(key))
      .map((key) => `step ${key} is never entered; name a variant that leads there`),
    ...service.papers
      .filter((paper) => !issued.has(paper.key))
      .map((paper) => `paper ${paper.key} is never made`),
  ];
};
