/** The commands by name; each is loaded when it is asked for, for the sake of a quick start. */

import type { Command } from './command.ts';

const LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  fix: async () => (await import('./commands/fix.ts')).fixCommand,
  redirect: async () => (await import('./commands/redirect.ts')).redirectCommand,
  sign: async () => (await import('./commands/sign.ts')).signCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  compose: async () => (await import('./commands/compose.ts')).composeCommand,
  view: async () => (await import('./commands/view.ts')).viewCommand,
  request: async () => (await import('./commands/request.ts')).requestCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  rules: async () => (await import('./commands/rules.ts')).rulesCommand,
  completion: async () =>
    (await import('./commands/completion.ts')).completionCommand(await loaded(LISTED)),
};

/** In the order in which help lists them. */
export const commandNames: readonly string[] = Object.keys(LOADERS);

/** Those whose options are completed. */
const LISTED = commandNames.filter((name) => name !== 'completion');

/** The command of that name, if there is one. */
export async function commandOf(name: string | undefined): Promise<Command | undefined> {
  if (name === undefined || !Object.hasOwn(LOADERS, name)) return undefined;
  return LOADERS[name]?.();
}

/** All commands, in order. */
export function allCommands(): Promise<readonly Command[]> {
  return loaded(commandNames);
}

async function loaded(names: readonly string[]): Promise<readonly Command[]> {
  const found = await Promise.all(names.map(commandOf));
  return found.filter((command) => command !== undefined);
}
