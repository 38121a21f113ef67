// Runs a thread from its TypeScript source, where no bundle lies beside the program: development and tests.
import { register } from 'tsx/esm/api';

register();
await import(process.argv[2]);
