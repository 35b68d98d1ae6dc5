/** Regular expressions with a slip: another quantifier, no anchor, the opposite class. */

/** Escapes first, so that what they escape is no operator; a class is one token up to its `^`. */
const TOKEN = /\\[\s\S]|\[\^?|\(\?(?:[:=!]|<[=!]|<\w+>)|\{\d+(?:,\d*)?\}|[*+?]\??|[\s\S]/g;

/** Each regular expression that differs from a literal by one slip. */
export function* brokenRegexps(literal: string): Generator<string, void, undefined> {
  const bodyEnd = literal.lastIndexOf('/');
  let isInClass = false;
  for (const { 0: token, index } of literal.slice(0, bodyEnd).matchAll(TOKEN)) {
    for (const slip of index === 0 ? [] : slipsOf(token, isInClass)) {
      yield literal.slice(0, index) + slip + literal.slice(index + token.length);
    }
    if (!isInClass && token.startsWith('[')) isInClass = true;
    else if (token === ']') isInClass = false;
  }
}

const SLIPS: Readonly<Record<string, string>> = {
  ...{ '*': '+', '+': '*', '?': '', '*?': '+?', '+?': '*?', '^': '', $: '', '[^': '[', '[': '[^' },
  ...{ '(?=': '(?!', '(?!': '(?=', '(?<=': '(?<!', '(?<!': '(?<=' },
};

const OPPOSITE_CLASSES: Readonly<Record<string, string>> = {
  ...{ '\\d': '\\D', '\\D': '\\d', '\\s': '\\S', '\\S': '\\s', '\\w': '\\W', '\\W': '\\w' },
};

function slipsOf(token: string, isInClass: boolean): readonly string[] {
  if (isInClass) return [OPPOSITE_CLASSES[token] ?? []].flat();
  const counted = /^\{(?<least>\d+)(?:,(?<most>\d*))?\}/.exec(token)?.groups;
  if (counted === undefined) return [SLIPS[token] ?? OPPOSITE_CLASSES[token] ?? []].flat();
  const { least = '', most } = counted;
  const more = (count: string): number => Number(count) + 1;
  if (most === undefined) return [`{${more(least)}}`];
  return [`{${more(least)},${most}}`, ...(most === '' ? [] : [`{${least},${more(most)}}`])];
}
