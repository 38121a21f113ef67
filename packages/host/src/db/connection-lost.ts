import { property } from '../describe-error.ts';
import { ReadOnlyServer } from './writable-client.ts';

/**
 * SQLSTATE classes and codes of a server that is stopping, starting or out of reach; 25006 is one that only reads: it was
 * the primary until another took over.
 */
const STATES = /^(08...|57P0[123]|25006)$/;
const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT']);
/** The driver gives these faults no code. */
const SAYINGS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Whether a fault says that the database cannot be reached now, and not that a statement was wrong. */
export function connectionLost(error: unknown): boolean {
  if (error instanceof ReadOnlyServer) return true;
  const code = property(error, 'code');
  if (typeof code === 'string') {
    if (property(error, 'severity') !== undefined) return STATES.test(code);
    // The socket file of a server that is not up yet.
    if (code === 'ENOENT') return property(error, 'syscall') === 'connect';
    return SYSTEM.has(code);
  }
  return error instanceof Error && SAYINGS.test(error.message);
}
