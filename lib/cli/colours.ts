/** Colours of the terminal: who wants them, and which they are. */

import { styleText } from 'node:util';
import type { Paint, Painted } from '../report.ts';
import { oneOf } from './choice.ts';
import type { Io } from './io.ts';
import type { Option } from './option.ts';

export const colourOption: Option = {
  name: 'color',
  value: 'WHEN',
  help: 'colours: auto, always or never (auto: in a terminal, and unless NO_COLOR is set)',
};

const WHEN = { auto: undefined, always: true, never: false } as const;

const STYLES: Readonly<Record<Painted, Parameters<typeof styleText>[0]>> = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  info: ['blue', 'bold'],
  name: 'bold',
  rule: 'gray',
};

/** How a text report is painted: as the option says, else FORCE_COLOR, NO_COLOR, the terminal. */
export function paintOf(wanted: string | undefined, { env, isTerminal }: Io): Paint {
  const asked = wanted === undefined ? undefined : oneOf('--color', wanted, WHEN);
  const isRefused = Boolean(env.NO_COLOR) || env.TERM === 'dumb';
  const isPainted = asked ?? forced(env.FORCE_COLOR) ?? (isTerminal.out && !isRefused);
  if (!isPainted) return (_, text) => text;
  // The marks are written whatever Node thinks of the stream: who asked is not asked again.
  return (what, text) => styleText(STYLES[what], text, { validateStream: false });
}

/** Undefined where the variable is not set. */
function forced(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value !== '0' && value !== 'false';
}
