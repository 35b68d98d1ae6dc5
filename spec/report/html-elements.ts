/** HTML taken apart, by rules stricter than those of browsers: what they might guess is an error. */

/** One element, in the order of the start tags. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Of it and of all in it, references undone. */
  readonly text: string;
}

const VOID = new Set(['meta']);
const TOKEN: RegExp = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>|([^<>]+)/y;
const REFERENCE: RegExp = /&(?:(amp|lt|gt|quot|#39);)?/g;
const REFERENCES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" },
};

/**
 * The elements of a page whose tags are in lower case and all closed, and whose every `&` starts a
 * reference.
 *
 * @throws {Error} at the first thing that is otherwise.
 */
export function elementsOf(page: string): readonly HtmlElement[] {
  const doctype = '<!doctype html>\n';
  if (!page.startsWith(doctype)) throw new Error('no doctype');
  const all: { name: string; attributes: Map<string, string>; text: string }[] = [];
  const open: typeof all = [];
  TOKEN.lastIndex = doctype.length;
  while (TOKEN.lastIndex < page.length) {
    const at = TOKEN.lastIndex;
    const [token, slash, name = '', list = '', text] = TOKEN.exec(page) ?? [];
    if (token === undefined) throw new Error(`no markup of ours: ${page.slice(at, at + 60)}`);
    if (text !== undefined) {
      const isStyle = open.at(-1)?.name === 'style';
      const plain = isStyle ? text : withoutReferences(text);
      for (const element of open) element.text += plain;
    } else if (slash === '/') {
      if (open.pop()?.name !== name) throw new Error(`not open: ${name}`);
    } else {
      const element = { name, attributes: attributesOf(list), text: '' };
      all.push(element);
      if (!VOID.has(name)) open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`not closed: ${open.at(-1)?.name}`);
  return all;
}

function attributesOf(list: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of list.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
    if (found.has(name)) throw new Error(`twice: ${name}`);
    found.set(name, withoutReferences(value));
  }
  return found;
}

function withoutReferences(text: string): string {
  return text.replace(REFERENCE, (reference, name: string | undefined) => {
    const character = REFERENCES[name ?? ''];
    if (character === undefined) throw new Error(`no reference of ours: ${reference}`);
    return character;
  });
}
