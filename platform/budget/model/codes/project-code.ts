/** Symbols of the project code and of its check character: 31 of them, without I, O, S, V and Z (the alphabet of GB 32100). */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The parts of a project code of the integrated budget platform (预算管理一体化). */
export interface ProjectCode {
  readonly division: string;
  readonly yearCreated: string;
  readonly kind: string;
  readonly serial: string;
  readonly running: string;
  readonly check: string;
}

/** Why a project code looks wrong; a warning for a person, because the official text of the rule has not been read. */
export type ProjectCodeProblem = 'shape' | 'check-character';

/**
 * Splits a project code, or gives null when it is not 21 symbols of the known shape.
 * The structure is derived from all 25 codes of the 2024 disclosures of 河北省外办, 石家庄市外办 and 海港区政府办.
 */
export function parseProjectCode(text: string): ProjectCode | null {
  const match = /^(\d{6})(\d{2})([A-Z])([0-9A-HJ-NP-RTUWXY]{6})1(\d{4})([0-9A-HJ-NP-RTUWXY])$/.exec(text);
  if (match === null) return null;
  const [, division = '', yearCreated = '', kind = '', serial = '', running = '', check = ''] = match;
  return { division, yearCreated, kind, serial, running, check };
}

/** The check character over the first twenty symbols: weights 3^i mod 31, then 30 minus the remainder. */
export function projectCheckCharacter(first20: string): string | null {
  let weight = 1;
  let sum = 0;
  for (const symbol of first20) {
    const value = alphabet.indexOf(symbol);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt(30 - (sum % 31));
}

/** What is doubtful about a project code, or null when its shape and check character agree. */
export function projectCodeProblem(text: string): ProjectCodeProblem | null {
  const parsed = parseProjectCode(text);
  if (parsed === null) return 'shape';
  return projectCheckCharacter(text.slice(0, 20)) === parsed.check ? null : 'check-character';
}
