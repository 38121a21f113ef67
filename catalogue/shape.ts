import type { Field, Fields, Form } from '@zhitongche/form';
import type { Service } from '@zhitongche/case';

const fieldLines = (path: string, key: string, field: Field): readonly string[] => {
  const at = `${path}.${key}`;
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return [`${at} ${field.kind} ${field.options.map((option) => option.value).join('|')}`];
    case 'decimal':
      return [`${at} decimal/${field.scale}`];
    case 'table':
      return [`${at} table`, ...fieldsLines(at, field.columns)];
    default:
      return [`${at} ${field.kind}`];
  }
};

const fieldsLines = (path: string, fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([key, field]) => fieldLines(path, key, field));

const formLines = (path: string, form: Form): readonly string[] =>
  Object.values(form).flatMap((section) => fieldsLines(path, section.fields));

/**
 * What stored cases depend on, one line each: answers, forms of acts, steps, acts, papers, registers. Wording, rules
 * and figures are not part of it: they may change under a running case.
 */
export const shapeOf = (service: Service): readonly string[] =>
  [
    ...formLines('form', service.form),
    ...Object.entries(service.forms).flatMap(([key, { form }]) => formLines(`forms.${key}`, form)),
    ...Object.entries(service.flow.steps).flatMap(([key, step]) => [
      `step.${key} ${step.kind}`,
      ...('acts' in step
        ? step.acts.map(
            (act) => `step.${key}.${act.key ?? act.kind} ${act.kind}${act.form ? ` ${act.form}` : ''}`,
          )
        : []),
    ]),
    ...service.papers.map((paper) => `paper.${paper.key}${paper.series ? ` ${paper.series.key}` : ''}`),
    ...service.registers.map((register) => `register.${register.key}`),
  ].toSorted();

/** Shapes by version, as the lock file of a service keeps them. */
export type ShapeLock = Readonly<Record<string, readonly string[]>>;

/** What differs between a service and its lock: `-` lines are gone, `+` lines are new; empty when they agree. */
export const shapeDifference = (service: Service, lock: ShapeLock): readonly string[] => {
  const locked = lock[String(service.version)];
  if (!locked) return [`version ${service.version} is not in the lock`];
  const now = shapeOf(service);
  return [
    ...locked.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !locked.includes(line)).map((line) => `+ ${line}`),
  ];
};
