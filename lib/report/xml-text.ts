/** Text within XML and HTML: nothing of a message becomes markup. */

import { printable } from './printable.ts';

const SPECIAL: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // No characters of XML 1.0 (§2.2), though printable: shown as the escapes of other such.
  '\ufffe': '\\ufffe',
  '\uffff': '\\uffff',
};

/** One line of text, made printable, as character data or as the value of an attribute. */
export function xmlText(text: string): string {
  return printable(text).replace(/[&<>"'\ufffe\uffff]/g, (character) => SPECIAL[character] ?? '');
}
