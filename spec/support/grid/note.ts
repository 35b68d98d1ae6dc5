/** The note that the models of the grid vary. */

import type { Model } from './model.ts';

export const ann = { name: 'Ann Doe', address: 'ann@example.com' };
export const bob = { name: 'Bob Roe', address: 'bob@example.net' };
export const zoe = { name: 'Zoë Müller', address: 'zoe@example.net' };

/** A plain note, with these members in place of its own. */
export function note(name: string, members: Partial<Model> = {}): Model {
  return {
    name,
    from: ann,
    to: [bob],
    date: '2026-11-17T10:00:00.000Z',
    messageId: `20261117100000.${name}@mail.example.com`,
    subject: 'The reading room is open on Monday',
    text: 'Hello Bob,\n\nthe reading room is open on Monday from nine to five.\n\nAnn\n',
    ...members,
  };
}

/** One model for each, named `prefix-key`. */
export function each<T>(
  prefix: string,
  all: Readonly<Record<string, T>>,
  members: (one: T) => Partial<Model>,
): readonly Model[] {
  return Object.entries(all).map(([key, one]) => note(`${prefix}-${key}`, members(one)));
}
