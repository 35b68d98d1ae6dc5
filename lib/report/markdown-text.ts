/** Text within Markdown: nothing of a message becomes markup, a link or a mention. */

import { printable } from './printable.ts';

/**
 * What CommonMark, the tables, links, mentions, emoji and formulas of GitHub and GitLab, and their
 * HTML are made of.
 */
const SPECIAL = /[&<>`*_~[\]#|\\@:{}$]|(?<=www)\./gi;

/** One line of text, made printable, as it is read after what starts a line; markup becomes references. */
export function markdownText(text: string): string {
  return printable(text).replace(SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}
