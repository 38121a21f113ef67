import { join } from 'node:path';
import { openOffice } from './office.ts';

// A program of its own for a story about another checkout, with nothing filed yet: says where it answers, and stops when told to.
const office = await openOffice(join(import.meta.dirname, '..', '..'), { filed: false });
process.stdout.write(`${JSON.stringify({ address: office.address, clock: office.clock })}\n`);
process.on('SIGTERM', () => void office.stop().then(() => process.exit(0)));
