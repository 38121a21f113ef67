import { decimalOf, decimalText, plus, ZERO } from '@zhitongche/base';
import { type Answers, decimal, text } from '@zhitongche/form';
import type { Imported, KeptRow } from '@zhitongche/register';
import { codeIn, ECONOMIC, FUNCTIONS } from '../../shared/spending-classes.ts';

/** Fields a finance officer decides; the sheets of finance systems may leave them out. */
export const DECIDED = ['sort', 'fund', 'project', 'function', 'economic', 'purpose'] as const;

/** The matter is decided with them, but never learnt: the next payment to somebody is for another. */
const KEPT = [...DECIDED, 'matter'] as const;

const said = (line: Answers, key: string): string => {
  const value = line[key];
  return typeof value === 'string' ? value.trim() : '';
};

/** What an entry of a book comes to: debit less credit; what cannot be read stays as it is printed, so that it is named. */
const amountOf = (line: Answers): string => {
  if (said(line, 'amount') !== '') return said(line, 'amount');
  const [debit, credit] = [said(line, 'debit'), said(line, 'credit')];
  const [plusSide, minusSide] = [decimalOf(debit), decimalOf(credit)];
  if ((debit !== '' && !plusSide) || (credit !== '' && !minusSide)) return debit === '' ? credit : debit;
  if (!plusSide && !minusSide) return '';
  return decimalText(
    plus(plusSide ?? ZERO, minusSide ? { units: -minusSide.units, scale: minusSide.scale } : ZERO),
  );
};

/** The code a cell of a project begins with; the cell itself where it begins with none. */
const projectIn = (cell: string): string => /^([0-9A-Z]{21})(?![0-9A-Z])/.exec(cell)?.[1] ?? cell;

/**
 * The two sheets a finance system gives: payments of the treasury (date, voucher, amount, both classes, project, fund, payee) and
 * the book of expenses (date, voucher, summary, debit and credit under a common head). Both land in the same answers.
 */
export const imported: Imported = {
  columns: {
    debit: decimal('借方', { scale: 2, also: ['借方金额', '借方发生额'] }),
    credit: decimal('贷方', { scale: 2, also: ['贷方金额', '贷方发生额'] }),
    projectName: text('项目名称', { max: 200 }),
    balance: text('余额', { max: 60 }),
  },
  read(line, known) {
    const { debit: _debit, credit: _credit, projectName: _name, balance: _balance, ...rest } = line;
    const [amount, functional, economic, project] = [
      amountOf(line),
      said(line, 'function'),
      said(line, 'economic'),
      said(line, 'project'),
    ];
    const read: Answers = {
      ...rest,
      ...(amount === '' ? {} : { amount }),
      ...(functional === '' ? {} : { function: codeIn(functional, FUNCTIONS) }),
      ...(economic === '' ? {} : { economic: codeIn(economic, ECONOMIC) }),
      ...(project === '' ? {} : { project: projectIn(project), sort: line['sort'] ?? 'project' }),
    };
    if (!known) return read;
    const learnt = Object.fromEntries(
      DECIDED.flatMap((key) =>
        read[key] === undefined && known[key] !== undefined ? [[key, known[key]]] : [],
      ),
    );
    return { ...learnt, ...read };
  },
  learnt: {
    register: 'ledger-line-rule',
    find: (line) => (said(line, 'payee') === '' ? undefined : { payee: said(line, 'payee') }),
  },
  decided: ({ records }: KeptRow) => (records.some(({ move }) => PLACING.includes(move)) ? KEPT : []),
};

/** Moves by which somebody says where a line belongs. */
export const PLACING: readonly string[] = ['place', 'place-anew'];
