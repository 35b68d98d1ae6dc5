/** The messages that fuzzing starts from: committed ones, built ones, and small ones by hand. */

import { compose } from '../../../lib/builder/compose.ts';
import { fixtures } from '../../support/fixture.ts';
import { handwritten } from './handwritten.ts';

/** In a stable order; the same octets each time. */
export function seeds(): readonly Buffer[] {
  const committed = ['base', 'foreign', 'found'].flatMap(fixtures).map(([, octets]) => octets);
  return [...committed, ...built(), ...handwritten()];
}

function built(): readonly Buffer[] {
  const plain = compose()
    .from({ name: 'Zoë "Zo" Müller', address: 'zoe@b.example' })
    .to('ann@example.com', { group: 'Łódź', members: ['b@c.example', 'd@e.example'] })
    .subject('À bientôt ☕ '.repeat(12))
    .text('=C3 From here\r\n.\r\nfür Zoë  \r\n');
  const related = plain
    .html('<img src="cid:logo"> é')
    .embed({ cid: 'logo', content: Buffer.from([0, 13, 10, 13, 255]), filename: '日本 "語".png' })
    .calendar('BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n', {
      method: 'REQUEST',
      attachAs: 'einladung für dich.ics',
    });
  const attached = related
    .attach({ content: 'a;b\r\n', filename: `${'sehr langer Name é '.repeat(12)}.csv` })
    .attach({ content: Buffer.from('%PDF-1.4'), filename: 'a\\b".pdf', legacyNames: true });
  const listed = plain
    .date(new Date('2024-02-29T12:00:00Z'))
    .messageId('a.b@c.example')
    .references('x@y.example', 'z@y.example')
    .listUnsubscribe({ https: 'https://a.example/u', mailto: 'u@a.example', oneClick: true })
    .ses({ tenant: 'a', tags: { a: 'b', c: 'd' } });
  const forwarded = plain.attachMessage(attached.toBuffer()).attachMessage(listed.toBuffer());
  return [plain, related, attached, listed, forwarded].map((message) => message.toBuffer());
}
