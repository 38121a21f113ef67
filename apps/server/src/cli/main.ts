import type { CommandIo } from './command-io.ts';

type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

/** What the command line can do; each command is loaded only when it is called. */
const commands: Record<string, () => Promise<Command>> = {
  budget: async () => (await import('./budget.ts')).budget,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  rescue: async () => (await import('./rescue.ts')).rescueCommand,
  adopt: async () => (await import('./adopt.ts')).adoptCommand,
  'rotate-key': async () => (await import('./rotate-key.ts')).rotateKeyCommand,
  'rotate-master': async () => (await import('./rotate-master.ts')).rotateMasterCommand,
  // The program itself: it runs until it is told to stop.
  start: async () => async () => {
    await import('../main.ts');
    return 0;
  },
};

// Whoever reads along (`| head`) may stop; that is no fault of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const [name = '', ...args] = process.argv.slice(2);
const load = commands[name];
const io: CommandIo = {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
};
if (load === undefined) {
  io.err(`没有“${name}”这个命令。可用的命令：${Object.keys(commands).join('、')}`);
  process.exitCode = 2;
} else process.exitCode = await (await load())(args, io);
