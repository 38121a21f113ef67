import { blocking, type Problem } from '@zhitongche/base';

/** A fault of an administrator's entry, at one field; an empty field means the whole entry. */
export const fault = (
  code: string,
  field: string,
  message: string,
  en: string,
  more: Pick<Problem, 'todo' | 'basis'> = {},
): Problem => blocking(code, field ? [field] : [], message, en, more);

/** The refusal of a source that is a software repository: a place to find a copy at, never what a rule rests on. */
export const repositoryAsSource = (code: string, field: string): Problem =>
  fault(
    code,
    field,
    '来源不能是软件仓库。请写明文件名称、文号和日期，如“财行〔2017〕434号，2017-11-08”。',
    'A source is an instrument with its date, never a software repository.',
  );
