import { integer, yesNo, type ChoiceField, type Field, type Fields, type Form } from '@zhitongche/form';
import { legColumns } from '../fields/itinerary.ts';
import { memberColumns } from '../fields/members.ts';
import { tripForm } from '../form.ts';
import { formBeforeNotes } from './papers.ts';

const without = (fields: Fields, ...keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));

const offering = (field: ChoiceField, dropped: readonly string[]): ChoiceField => ({
  ...field,
  options: field.options.filter(({ value }) => !dropped.includes(value)),
});

/** Columns of the members table as version 1 asked them. */
const members: Fields = {
  ...without(
    memberColumns,
    'household',
    'nation',
    'politics',
    'marital',
    'health',
    'mobile',
    'foreignNationality',
    'clearance',
    'clearanceBy',
    'clearanceNumber',
    'clearanceUntil',
    'hasFamily',
    'tripsTwoYears',
    'tripsTerm',
  ),
  position: {
    ...offering(memberColumns.position, ['county-secretary', 'county-head', 'enterprise-head']),
    shown: (row) => row.rank === 'bureau' || row.rank === 'ministry',
  },
  employment: offering(memberColumns.employment, ['engaged']),
  foreignResidence: { ...memberColumns.foreignResidence, label: '取得外国国籍或境外长期、永久居留权' },
  tripsThisYear: integer('本年度已出访次数', { required: true, min: 0, max: 50, unit: '次' }),
};

const asBefore = (field: Field): Field => {
  if (field.kind !== 'table') return field;
  if (field.columns === memberColumns) return { ...field, columns: members };
  return field.columns === legColumns ? { ...field, columns: without(legColumns, 'standardFrom') } : field;
};

/** A form with the tables of members and stops of version 1 wherever they stand. */
export const withOldMembers = (form: Form): Form =>
  Object.fromEntries(
    Object.entries(form).map(([key, section]) => [
      key,
      {
        ...section,
        fields: Object.fromEntries(
          Object.entries(section.fields).map(([name, field]) => [name, asBefore(field)]),
        ),
      },
    ]),
  );

const { basics, mission, members: people, funding, materials } = tripForm;
const { intro: _intro, ...untold } = people;

const asked: Form = withOldMembers({
  ...tripForm,
  basics: { ...basics, fields: without(basics.fields, 'groupTotal') },
  mission: { ...mission, fields: without(mission.fields, 'academicConference') },
  members: { ...untold, fields: without(people.fields, 'relatives') },
  funding: {
    ...funding,
    fields: {
      ...without(funding.fields, 'inBudget'),
      taskAgreed: yesNo('外事部门审核同意（任务部分）', { required: true }),
      budgetAgreed: yesNo('财务部门审核同意（预算部分）', { required: true }),
    },
  },
  materials: {
    ...materials,
    fields: without(
      materials.fields,
      'clearancePapers',
      'coreFiling',
      'entrustLetter',
      'conferenceStatement',
    ),
  },
});

/** The trip form as version 1 asked it: two ticks for the opinions, no clearance and no family, fewer materials. */
export const tripFormV1: Form = formBeforeNotes(asked);
