import type { Answers, Field, Form } from '@zhitongche/form';
import type { At, Json, Problem } from '@zhitongche/base';
import type { PreparedPapers } from '@zhitongche/case';
import type { FileHome } from './file-home.ts';
import { createContext, type ReactNode, use } from 'react';

/** What every input of a form may need from around it. */
export interface FormContext {
  readonly form: Form;
  readonly answers: Answers;
  /** Service whose form it is: for imports. */
  readonly service: string;
  /** What uploads belong to. */
  readonly home: FileHome;
  /** Papers that are drawn from what is typed and come back as its uploads; absent where none are. */
  readonly prepared?: PreparedPapers;
  /** Calendar day in Asia/Shanghai. */
  readonly today: string;
  readonly countries: readonly Country[];
  /** Problems to show now at a path, the deepest included for `deep`. */
  problemsAt(path: string): readonly Problem[];
  /** Problems anywhere below a path. */
  problemsBelow(path: string): readonly Problem[];
  /** True where an answer stands as the system filled it in. */
  filledAt(path: string): boolean;
  /** Where a problem's link leads: tables open the row it names. A new object each time. */
  readonly target: { readonly at: At } | null;
  /** Reasons for what rules ask about, by their codes; absent where none are asked for. */
  readonly reasons?: { of(code: string): string; set(code: string, why: string): void };
  /** Draws one question; handed in, because tables hold questions and questions hold tables. */
  renderField(field: Field, at: At, row?: Answers): ReactNode;
  set(at: At, value: Json | undefined): void;
  /** The person has left this input: what is wrong with it may now be said. */
  markTouched(path: string): void;
}

/** A country or region of the office's table. */
export interface Country {
  readonly name: string;
  readonly en: string;
  /** Everything it may be found by, lower case: name, aliases, English, code, pinyin initials. */
  readonly words: readonly string[];
}

const World = createContext<FormContext | null>(null);

/** Puts a form's world around its inputs. */
export const FormContextProvider = World.Provider;

/** The world of the form an input stands in. */
export const useFormContext = (): FormContext => {
  const world = use(World);
  if (!world) throw new Error('an input needs a form around it');
  return world;
};
