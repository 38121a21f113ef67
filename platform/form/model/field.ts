import type { Sensitivity } from '@zhitongche/access';
import type { Json, Text, TextRoom } from '@zhitongche/base';
import type { PhotoRule } from './photo.ts';

/** Answers as typed so far: unknown until checked. */
export type Answers = Readonly<Record<string, Json | undefined>>;

/** Settings every field kind shares. */
export interface FieldBase {
  readonly label: string;
  readonly en?: string;
  readonly help?: string;
  /** Other words that people write over this column in their own spreadsheets; an import knows it by them too. */
  readonly also?: readonly string[];
  /** Asked and missing is a problem; a function sees the answers (for a column: the row, then the form). */
  readonly required?: boolean | Ask;
  /** Hidden means absent: a hidden answer is dropped before checks and storage. */
  readonly shown?: Ask;
  readonly sensitivity?: Sensitivity;
  /** What is typed may be picked from a register, and be proposed to it. */
  readonly pick?: OnRecord;
  /** Fraction of the row the input takes on a wide screen, in twelfths; default by kind. */
  readonly width?: number;
}

/** Where what is typed into a field may be on record already: a row of a register that people keep. */
export interface OnRecord {
  /** Code of the register. */
  readonly register: string;
  /** Offered as soon as the field is entered, before anything is typed: a short list of one's own. */
  readonly offered?: true;
  /** Answers beside the field that a row fills once it is picked; in a table those of the same row. Sees what its reader may see. */
  fill(known: Answers): Answers;
  /**
   * What of the answers (of a table: the row, then the form) belongs on the register; undefined = nothing. Entered where nobody is on
   * record by that name, proposed to the row's keeper where it differs.
   */
  propose?(answers: Answers, whole: Answers): Proposal | undefined;
}

/** What a form has to say to a register. */
export interface Proposal {
  /** What is held against a row on record, and entered where there is none. */
  readonly answers: Answers;
  /** What only a row that is entered anew begins with: where it came from, on what ground it is kept. */
  readonly fresh?: Answers;
}

/** A yes/no question about the answers; columns get the row first and the whole form second. */
export type Ask = (answers: Answers, whole: Answers) => boolean;

/** A stored upload as the answers keep it; the bytes live in the file store under `digest` (SM3, hex). */
export type FileRef = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly digest: string;
  /** 版本码 of the prepared paper it is, as read from it or typed off it. */
  readonly version?: string;
  /** Width and height (`295x413`) of a photograph, as found when it was taken in for a field that prints it. */
  readonly pixels?: string;
};

/** One choice of a list, named by the value an answer keeps. */
export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly en?: string;
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly max: number;
  readonly lines?: number;
  readonly pattern?: { readonly regex: string; readonly hint: string };
  /** The box of a card or certificate it is printed in: what does not stand there whole is refused while it is typed. */
  readonly room?: TextRoom & {
    /** What it is printed on, e.g. `随行卡`. */
    readonly on: string;
  };
}
export interface NumberField extends FieldBase {
  readonly kind: 'integer';
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
}
/** Decimal kept as a string such as `"1234.50"`: money and rates never touch floating point. */
export interface DecimalField extends FieldBase {
  readonly kind: 'decimal';
  readonly scale: number;
  readonly min?: string;
  readonly max?: string;
  readonly unit?: string;
  /** An amount whose currency another column of its row names, and what is said while that one is empty. */
  readonly currency?: { readonly column: string; readonly otherwise: string };
}
/** Calendar day `YYYY-MM-DD`, Asia/Shanghai. */
export interface DateField extends FieldBase {
  readonly kind: 'date';
  readonly min?: string;
  readonly max?: string;
  /** What it is the day of has happened: not after today. */
  readonly past?: true;
}
/** Minute of a day `YYYY-MM-DDTHH:mm`, Asia/Shanghai. */
export interface DateTimeField extends FieldBase {
  readonly kind: 'date-time';
}
export interface ChoiceField<V extends string = string> extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly Option<V>[];
}
export interface ChoicesField<V extends string = string> extends FieldBase {
  readonly kind: 'choices';
  readonly options: readonly Option<V>[];
}
export interface YesNoField extends FieldBase {
  readonly kind: 'yes-no';
}
/** Country or region by the office's own Chinese name table (`reference table "countries"`). */
export interface CountryField extends FieldBase {
  readonly kind: 'country';
}
/** Something that is on record and called by its name there: an organisation, or a row of a register. */
export interface PickField extends FieldBase {
  readonly kind: 'pick';
  /** `org`, or the code of a register that people keep. */
  readonly from: string;
}
/** What was picked, with its name as it was then. */
export type Picked = { readonly id: string; readonly title: string };
/** Identifiers with a check of their own. */
export interface IdentifierField extends FieldBase {
  readonly kind: 'citizen-id' | 'uscc' | 'phone' | 'email' | 'passport';
}
export interface FilesField extends FieldBase {
  readonly kind: 'files';
  /** Accepted extensions, lower case, e.g. `['pdf','jpg']`; content is sniffed, not believed. */
  readonly accept: readonly string[];
  /** Largest file in bytes. */
  readonly maxBytes: number;
  readonly maxFiles: number;
  /** Blank form or sample offered for download. */
  readonly template?: string;
  /** Signed or sealed: whoever reviews it has the seal and signatures on file beside it. */
  readonly signed?: true;
  /** A photograph that is printed: a JPEG, judged by its pixels as it is taken in. */
  readonly photo?: PhotoRule;
}
export interface TableField<C extends Fields = Fields> extends FieldBase {
  readonly kind: 'table';
  readonly columns: C;
  readonly minRows?: number;
  readonly maxRows: number;
  /** What one row is called: 人, 站 … */
  readonly rowName: string;
  /** Columns a row is called by, in this order, such as a person and his role; else the first that may be read openly. */
  readonly names?: readonly string[];
  /**
   * Columns whoever reads decides by, in this order, those of a list one under the other; on a screen the others are folded
   * beneath their row.
   */
  readonly lead?: readonly (string | readonly string[])[];
  /** True when the rows may be imported from a spreadsheet whose heads are the column labels. */
  readonly importable?: boolean;
}

/** A field of any kind. */
export type Field =
  | TextField
  | NumberField
  | DecimalField
  | DateField
  | DateTimeField
  | ChoiceField
  | ChoicesField
  | YesNoField
  | CountryField
  | PickField
  | IdentifierField
  | FilesField
  | TableField;

/** Discriminator; every face (check, show, blank, input) is a total record over it. */
export type FieldKind = Field['kind'];

/** Named fields, in the order they are asked. */
export type Fields = { readonly [key: string]: Field };

/** The type of a sound answer to a field. */
export type ValueOf<F extends Field> =
  F extends TableField<infer C>
    ? readonly RowOf<C>[]
    : F extends FilesField
      ? readonly FileRef[]
      : F extends PickField
        ? Picked
        : F extends ChoicesField<infer V>
          ? readonly V[]
          : F extends ChoiceField<infer V>
            ? V
            : F extends YesNoField
              ? boolean
              : F extends NumberField
                ? number
                : string;

/** A table row as checks see it: every cell sound or absent. */
export type RowOf<C extends Fields> = { readonly [K in keyof C]?: ValueOf<C[K]> };

type Def<F extends Field> = Omit<F, 'kind' | 'label'>;

/** Builds a one-line text (or several with `lines`), at most `max` characters counted by code point. */
export const text = (label: string, more: Def<TextField>): TextField => ({ kind: 'text', label, ...more });
/** Builds a whole number. */
export const integer = (label: string, more: Def<NumberField> = {}): NumberField => ({
  kind: 'integer',
  label,
  ...more,
});
/** Builds a decimal with a fixed scale. */
export const decimal = (label: string, more: Def<DecimalField>): DecimalField => ({
  kind: 'decimal',
  label,
  ...more,
});
/** Builds an amount in yuan, two decimals. */
export const yuan = (label: string, more: Partial<Def<DecimalField>> = {}): DecimalField => ({
  kind: 'decimal',
  label,
  scale: 2,
  min: '0',
  unit: '元',
  ...more,
});
/** Builds a calendar day. */
export const date = (label: string, more: Def<DateField> = {}): DateField => ({
  kind: 'date',
  label,
  ...more,
});
/** Builds a minute of a day. */
export const dateTime = (label: string, more: Def<DateTimeField> = {}): DateTimeField => ({
  kind: 'date-time',
  label,
  ...more,
});
/** Builds a pick-one. */
export const choice = <const V extends string>(
  label: string,
  options: readonly Option<V>[],
  more: Omit<Def<ChoiceField>, 'options'> = {},
): ChoiceField<V> => ({ kind: 'choice', label, options, ...more });
/** Builds a pick-many. */
export const choices = <const V extends string>(
  label: string,
  options: readonly Option<V>[],
  more: Omit<Def<ChoicesField>, 'options'> = {},
): ChoicesField<V> => ({ kind: 'choices', label, options, ...more });
/** Builds a yes/no that must be answered, not defaulted. */
export const yesNo = (label: string, more: Def<YesNoField> = {}): YesNoField => ({
  kind: 'yes-no',
  label,
  ...more,
});
/** Builds a country or region. */
export const country = (label: string, more: Def<CountryField> = {}): CountryField => ({
  kind: 'country',
  label,
  ...more,
});
/** Builds a pick of an organisation (`org`) or of a row of a register that people keep (its code). */
export const pick = (label: string, from: string, more: Omit<Def<PickField>, 'from'> = {}): PickField => ({
  kind: 'pick',
  label,
  from,
  ...more,
});
/** Builds an identifier checked by its own standard (GB 11643, GB 32100 …). */
export const identifier = (
  kind: IdentifierField['kind'],
  label: string,
  more: Omit<Def<IdentifierField>, never> = {},
): IdentifierField => ({ ...more, kind, label });
/** Builds an upload. */
export const files = (label: string, more: Def<FilesField>): FilesField => ({
  kind: 'files',
  label,
  ...more,
});
/** Builds a sub-table. */
export const table = <const C extends Fields>(
  label: string,
  columns: C,
  more: Omit<Def<TableField<C>>, 'columns'>,
): TableField<C> => ({ kind: 'table', label, columns, ...more });
/** Options from `value: label` pairs. */
export const options = <const V extends string>(
  pairs: Readonly<Record<V, string | Text>>,
): readonly Option<V>[] =>
  (Object.entries(pairs) as [V, string | Text][]).map(([value, t]) =>
    typeof t === 'string' ? { value, label: t } : { value, label: t.zh, ...(t.en ? { en: t.en } : {}) },
  );
