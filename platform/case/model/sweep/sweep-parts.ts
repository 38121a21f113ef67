import type { Field, Fields, Form } from '@zhitongche/form';
import { fitsPolicy } from '@zhitongche/office';
import { namesRepository } from '../repository.ts';
import type { Service } from '../service.ts';

const blank = (text: string): boolean => text.trim() === '';

/** Things named twice. */
export const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) < index)),
];

const compiles = (regex: string): boolean => {
  try {
    return new RegExp(regex, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

const faultsOfField = (path: string, field: Field): readonly string[] => {
  const faults: string[] = [];
  if (blank(field.label)) faults.push(`field ${path} has no label`);
  if (field.kind === 'text' && field.max < 1) faults.push(`field ${path} takes no characters`);
  if (field.kind === 'text' && field.pattern && !compiles(field.pattern.regex)) {
    faults.push(`field ${path} has a pattern that does not compile`);
  }
  if (field.kind === 'choice' || field.kind === 'choices') {
    if (field.options.length === 0) faults.push(`field ${path} has no options`);
    for (const value of twice(field.options.map((o) => o.value))) {
      faults.push(`field ${path} offers "${value}" twice`);
    }
    for (const option of field.options) {
      if (blank(option.label)) faults.push(`field ${path} option "${option.value}" has no label`);
    }
  }
  if (field.kind === 'files' && (field.accept.length === 0 || field.maxFiles < 1 || field.maxBytes < 1)) {
    faults.push(`field ${path} accepts no file`);
  }
  if (field.kind === 'table') {
    if (field.maxRows < Math.max(1, field.minRows ?? 0)) faults.push(`table ${path} has room for no row`);
    faults.push(...faultsOfFields(`${path}.`, field.columns));
  }
  return faults;
};

const faultsOfFields = (prefix: string, fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([key, field]) => [
    // Dots separate the parts of a path, digits would be taken for row numbers.
    ...(/^[a-zA-Z][\w-]*$/.test(key) ? [] : [`field key "${prefix}${key}" is not usable in a path`]),
    ...faultsOfField(prefix + key, field),
  ]);

/** Faults of a form: texts missing, keys used twice, fields nobody can fill. */
export const sweepForm = (name: string, form: Form): readonly string[] => {
  const keys = Object.values(form).flatMap((section) => Object.keys(section.fields));
  return [
    ...twice(keys).map((key) => `${name}: field key "${key}" is used in two sections`),
    ...Object.entries(form).flatMap(([key, section]) =>
      blank(section.title) ? [`${name}: section ${key} has no title`] : [],
    ),
    ...Object.values(form).flatMap((section) =>
      faultsOfFields('', section.fields).map((fault) => `${name}: ${fault}`),
    ),
  ];
};

/** Faults of checks: codes used twice, readings of fields that do not exist, rules without a basis. */
export const sweepChecks = (service: Service): readonly string[] => {
  const of = (name: string, form: Form, checks: Service['checks']): readonly string[] => {
    const keys = new Set(Object.values(form).flatMap((section) => Object.keys(section.fields)));
    return [
      ...twice(checks.map((check) => check.code)).map((code) => `${name}: check ${code} is there twice`),
      ...checks.flatMap((check) => [
        ...check.reads
          .filter((key) => !keys.has(key))
          .map((key) => `${name}: check ${check.code} reads "${key}", which the form does not ask`),
        ...(blank(check.title) ? [`${name}: check ${check.code} has no title`] : []),
        ...(blank(check.basis.title) ? [`${name}: check ${check.code} names no basis`] : []),
      ]),
    ];
  };
  return [
    ...of('form', service.form, service.checks),
    ...Object.entries(service.forms).flatMap(([key, extra]) =>
      of(`form ${key}`, extra.form, extra.checks ?? []),
    ),
  ];
};

/** Faults of policies: keys used twice or outside the service's name space, defaults of the wrong type, uses undeclared. */
export const sweepPolicies = (service: Service): readonly string[] => {
  const keys = service.policies.map((def) => def.key);
  const numbers = new Set(service.policies.filter((def) => def.type === 'number').map((def) => def.key));
  const used = [
    ...Object.entries(service.flow.steps).map(([key, step]) => [`step ${key}`, step.days] as const),
    ['the promise', service.flow.promise] as const,
    ['the urgent promise', service.flow.urgentPromise] as const,
    ...service.guide.timeLimits.map((limit) => [`guide "${limit.step}"`, limit.policy] as const),
  ];
  return [
    ...twice(keys).map((key) => `policy ${key} is declared twice`),
    ...service.policies.flatMap((def) => [
      ...(def.key.startsWith(`${service.code}.`) || def.shared
        ? []
        : [`policy ${def.key} should begin with "${service.code}."`]),
      ...(blank(def.label) ? [`policy ${def.key} has no label`] : []),
      ...(fitsPolicy(def, def.default) || (def.type === 'money' && def.default === '')
        ? []
        : [`policy ${def.key} has a default that is no ${def.type}`]),
    ]),
    ...used.flatMap(([where, key]) =>
      key === undefined || numbers.has(key)
        ? []
        : [`${where} counts days by ${key}, which is no declared number`],
    ),
    ...(service.guide.deciders ?? []).flatMap(({ who, policies, only }) =>
      [...policies, ...(only ? [only] : [])].flatMap((key) =>
        keys.includes(key) ? [] : [`guide "${who}" names ${key}, which is not declared`],
      ),
    ),
  ];
};

/** Every text of a declaration, wherever it stands; what functions say is not seen. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
};

/** Texts that rest a rule on a software repository. */
const repositories = (service: Service): readonly string[] =>
  textsIn(service)
    .filter(namesRepository)
    .map((text) => `"${text}" cites a software repository; name the instrument and its date`);

/** Texts a service must not go without, or must not hold. */
export const sweepTexts = (service: Service): readonly string[] => [
  ...repositories(service),
  ...(['code', 'name', 'en', 'category'] as const).flatMap((key) =>
    blank(service[key]) ? [`the service has no ${key}`] : [],
  ),
  ...(service.audience.length === 0 ? ['nobody may file the service'] : []),
  ...(service.audience.includes('public') === (service.visitors !== undefined) &&
  (service.visitors === undefined || service.visitors.who.length > 0)
    ? []
    : ['who of the public files it is said with the audience `public`, and only then']),
  ...(blank(service.guide.what) ? ['the guide does not say what the service is'] : []),
  ...twice(service.papers.map((paper) => paper.key)).map((key) => `paper ${key} is there twice`),
  ...service.papers.flatMap((paper) => (blank(paper.title) ? [`paper ${paper.key} has no title`] : [])),
  ...service.papers.flatMap(({ key }) => (key.includes(':') ? [`paper ${key} has a colon in its key`] : [])),
  ...twice(service.registers.map((register) => register.key)).map((key) => `register ${key} is there twice`),
];
