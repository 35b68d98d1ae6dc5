/** Laws of parameters: RFC 2045 §5.1, RFC 2231. */

import { filename } from './arbitraries.ts';
import { type Law, law } from './law.ts';
import { defectIn, difference, readBuilt, readField } from './readings.ts';
import { sampleMessage } from './sample-message.ts';

/** One segment or value of RFC 2231, escapes and all. */
const EXTENDED = /\*\s*=\s*([^;]*)/g;
const ATTRIBUTE_CHARACTERS = /^(?:[!#$&+\-.0-9A-Z^_`a-z{|}~']|%[0-9A-F]{2})*$/;

/** What must hold of file names and all other parameters. */
export const parameterLaws: readonly Law[] = [
  law({
    id: 'P1',
    states: 'a typed file name is the read file name',
    source: 'RFC 2045 §5.1; RFC 2231',
    needs: ['formatParameter'],
    isExploitable: true,
    refusal: 'breaks',
    arbitrary: filename,
    async fault({ formatParameter }, typed) {
      const body = `attachment; ${await formatParameter('filename', typed)}`;
      const { parameters } = readField('Content-Disposition', body)?.disposition ?? {};
      const found = parameters?.find(({ name }) => name === 'filename');
      return difference('filename', typed, found?.value);
    },
  }),
  law({
    id: 'P3',
    states: 'parameters are well-formed, each in one form, segments numbered from 0',
    source: 'RFC 2231 §3, §4.1',
    needs: ['build'],
    isExploitable: true,
    arbitrary: sampleMessage,
    fault: async (sender, message) =>
      defectIn(await readBuilt(sender, message), [
        'parameter-syntax',
        'parameter-unquoted',
        'parameter-both-forms',
        'parameter-duplicate',
        'parameter-continuation',
        'parameter-extended-first',
        'parameter-extended-in-plain',
        'parameter-extended-syntax',
      ]),
  }),
  law({
    id: 'P4',
    states: 'an extended value holds attribute characters and whole escapes in upper case',
    source: 'RFC 2231 §4.1, §7',
    needs: ['formatParameter'],
    arbitrary: filename,
    async fault({ formatParameter }, typed) {
      const written = (await formatParameter('filename', typed)).replace(/\r?\n/g, '');
      const plain = written.replace(/"(?:[^"\\]|\\.)*"/g, '""');
      const values = Array.from(plain.matchAll(EXTENDED), ([, value = '']) => value.trim());
      const bad = values.find((value) => !ATTRIBUTE_CHARACTERS.test(value));
      return bad === undefined ? undefined : JSON.stringify(bad);
    },
  }),
];
