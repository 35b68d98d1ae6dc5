/** Laws of multiparts and their boundaries: RFC 2046 §5.1. */

import fc from 'fast-check';
import type { DefectCode } from '../reader/defect.ts';
import { read } from '../reader/read.ts';
import { type Law, law } from './law.ts';
import {
  comparableText,
  defectIn,
  difference,
  leavesOf,
  multipartsOf,
  octetsOf,
  readBuilt,
} from './readings.ts';
import { plainMessage, sampleMessage } from './sample-message.ts';
import type { SampleMessage } from './sender.ts';

/** What must hold of the tree of a message. */
export const structureLaws: readonly Law[] = [
  law({
    id: 'S1',
    states: 'no line of a part is a boundary delimiter, even where the content was made to be one',
    source: 'RFC 2046 §5.1.1',
    needs: ['build'],
    isExploitable: true,
    arbitrary: fc.tuple(fc.constantFrom('', 'x\r\n', '\r\n'), fc.constantFrom('', '--', ' ', 'x')),
    async fault({ build }, [before, behind]) {
      const boundaries = multipartsOf(read(octetsOf(await build(holding('x'))))).map(
        ({ boundary = '' }) => boundary,
      );
      const lines = boundaries.map((boundary) => `${before}--${boundary}${behind}\r\n`).join('');
      const root = read(octetsOf(await build(holding(lines))));
      const leaves = leavesOf(root).map((leaf) => comparableText(leaf.text));
      return difference('leaves', Array(3).fill(comparableText(lines)), leaves);
    },
  }),
  law({
    id: 'S2',
    states: 'a boundary has 1 to 70 characters of its alphabet, and none starts another',
    source: 'RFC 2046 §5.1.1, §5.1.2',
    needs: ['build'],
    arbitrary: sampleMessage,
    async fault(sender, message) {
      const root = await readBuilt(sender, message);
      const all = multipartsOf(root).map(({ boundary = '' }) => boundary);
      const clash = all.find((one, at) =>
        all.some((other, index) => index !== at && other.startsWith(one)),
      );
      return clash === undefined ? defectIn(root, boundaryDefects) : JSON.stringify(all);
    },
  }),
  law({
    id: 'S3',
    states: 'a multipart has parts and a close delimiter',
    source: 'RFC 2046 §5.1.1',
    needs: ['build'],
    arbitrary: sampleMessage,
    fault: async (sender, message) => defectIn(await readBuilt(sender, message), partDefects),
  }),
  law({
    id: 'S4',
    states: 'no multipart has one part alone',
    source: 'RFC 2046 §5.1.3; filters',
    needs: ['build'],
    arbitrary: sampleMessage,
    async fault(sender, message) {
      const multiparts = multipartsOf(await readBuilt(sender, message));
      const lonely = multiparts.find(({ parts }) => parts.length < 2);
      return lonely === undefined ? undefined : `a multipart/${lonely.mediaType.subtype} of one`;
    },
  }),
  law({
    id: 'S5',
    states: 'among alternatives, plain text comes before HTML',
    source: 'RFC 2046 §5.1.4',
    needs: ['build'],
    arbitrary: sampleMessage,
    async fault(sender, message) {
      const root = await readBuilt(sender, message);
      const bodies = leavesOf(root).slice(0, message.html === undefined ? 1 : 2);
      const found = bodies.map(({ mediaType }) => mediaType.subtype);
      const due = message.html === undefined ? ['plain'] : ['plain', 'html'];
      return difference('bodies', due, found);
    },
  }),
];

const boundaryDefects: readonly DefectCode[] = [
  'boundary-chars',
  'boundary-missing',
  'boundary-nested-clash',
  'boundary-too-long',
  'boundary-trailing-space',
];
const partDefects: readonly DefectCode[] = [
  'multipart-continued',
  'multipart-empty',
  'multipart-no-delimiter',
  'multipart-unterminated',
  'part-missing-separator',
];

/** Two bodies and an attachment, all of that content. */
function holding(content: string): SampleMessage {
  const attachment = { filename: 'x.txt', type: 'text/plain', content: Buffer.from(content) };
  return { ...plainMessage, text: content, html: content, attachments: [attachment] };
}
