/** What no text of the project may hold: it speaks of itself, not of the machine it was written on. */

import type { Source } from './source.ts';

const machinePath = /(?<![\w./-])(?:\/(?:home|Users|root|work)\/[\w.-]|[A-Z]:\\Users\\)/;
const downloadHost = /"resolved\b"|\bregistry\.[a-z]/;
const documentName = /(?<![\w*])[\w-]+\.md\b/g;

/** Each machine path, download host, or document that the project does not have, named in a text. */
export function textViolations(texts: readonly Source[]): readonly string[] {
  const documents = new Set(texts.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
  return texts.flatMap(({ path, text }) => {
    const faults: string[] = [];
    if (machinePath.test(text)) faults.push(`a path of a machine: ${machinePath.exec(text)?.[0]}`);
    if (downloadHost.test(text)) faults.push('a host for downloads');
    for (const [name] of text.matchAll(documentName)) {
      if (!documents.has(name)) faults.push(`names ${name}, which is not here`);
    }
    return faults.map((fault) => `${path}: ${fault}`);
  });
}
