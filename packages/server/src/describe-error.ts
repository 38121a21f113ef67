/** What may be logged of a fault: never messages of the database, which quote values. */
export function describe(error: unknown): Readonly<Record<string, unknown>> {
  const code = property(error, 'code');
  if (!(error instanceof Error)) return { name: typeof error };
  const fromDatabase = property(error, 'severity') !== undefined;
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(fromDatabase ? { constraint: property(error, 'constraint') } : { message: error.message }),
    at: error.stack?.split('\n').filter((line) => line.startsWith('    at ')),
  };
}

/** An own property of whatever was thrown; getters and prototypes are not asked. */
export const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
