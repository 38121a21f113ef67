import { canonicalJson } from './chain.ts';
import type { Field, Fields } from './field.ts';
import type { Road, Step } from './flow.ts';
import type { Form } from './form.ts';
import type { Json } from './json.ts';
import { actKey } from './open-acts.ts';
import type { Service } from './service.ts';

const shapeOfField = (field: Field): Json => {
  switch (field.kind) {
    case 'table':
      return { kind: 'table', columns: shapeOfFields(field.columns) };
    case 'choice':
    case 'choices':
      return { kind: field.kind, options: field.options.map((option) => option.value) };
    case 'decimal':
      return { kind: 'decimal', scale: field.scale };
    default:
      return field.kind;
  }
};

const shapeOfFields = (fields: Fields): Json =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, shapeOfField(field)]));

const shapeOfForm = (form: Form): Json =>
  Object.fromEntries(Object.entries(form).map(([key, section]) => [key, shapeOfFields(section.fields)]));

const shapeOfRoad = (road: Road | undefined): Json | undefined =>
  typeof road === 'function' ? { chosen: true } : road;

const shapeOfStep = (step: Step): Json => ({
  kind: step.kind,
  ...('next' in step ? { next: shapeOfRoad(step.next) } : {}),
  ...('onFail' in step ? { onFail: shapeOfRoad(step.onFail) } : {}),
  ...('onRefuse' in step ? { onRefuse: shapeOfRoad(step.onRefuse) } : {}),
  ...('outcome' in step ? { outcome: step.outcome } : {}),
  ...('acts' in step
    ? {
        acts: Object.fromEntries(
          step.acts.map((act) => [actKey(act), { kind: act.kind, to: shapeOfRoad(act.to), form: act.form }]),
        ),
      }
    : {}),
});

/**
 * What stored cases of a service depend on: its fields, steps, acts, papers and registers, without texts and figures.
 * A change of it needs a new version; the catalogue keeps the text in a lock file.
 */
export const shapeOf = (service: Service): Json => ({
  code: service.code,
  version: service.version,
  form: shapeOfForm(service.form),
  forms: Object.fromEntries(
    Object.entries(service.forms).map(([key, extra]) => [key, shapeOfForm(extra.form)]),
  ),
  start: shapeOfRoad(service.flow.start),
  steps: Object.fromEntries(
    Object.entries(service.flow.steps).map(([key, step]) => [key, shapeOfStep(step)]),
  ),
  papers: Object.fromEntries(service.papers.map((paper) => [paper.key, paper.series?.key ?? null])),
  registers: Object.fromEntries(
    service.registers.map((register) => [register.key, register.columns.map((column) => column.key)]),
  ),
});

/** The shape as the one line of canonical JSON a lock file compares. */
export const shapeText = (service: Service): string => canonicalJson(shapeOf(service));
