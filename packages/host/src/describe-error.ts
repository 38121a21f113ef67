/** What may be logged of a fault: never messages of the database, and of others nothing they may quote. */
export function describe(error: unknown): Readonly<Record<string, unknown>> {
  const code = property(error, 'code');
  if (!(error instanceof Error)) return { name: typeof error };
  const fromDatabase = property(error, 'severity') !== undefined;
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(fromDatabase
      ? { constraint: property(error, 'constraint') }
      : { message: withoutValues(error.message) }),
    at: error.stack?.split('\n').filter((line) => line.startsWith('    at ')),
  };
}

const LONGEST = 300;

/**
 * A message of our own or of a library without what may come from people: parsers quote their input, and a name is
 * Chinese, quoted or a long row of digits. What is left still tells where to look.
 */
export const withoutValues = (message: string): string =>
  message
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replaceAll(/[^\x20-\x7e]+/g, '…')
    .replaceAll(/[A-Za-z]?\d{6,}[0-9A-Za-z]*/g, '#')
    .slice(0, LONGEST);

/** An own property of whatever was thrown; getters and prototypes are not asked. */
export const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
