/** The receipt of the demo: every kind of part, from the fixtures. */

import { compose, type RawMessage } from 'mimewright';
import { fixture } from '../support/fixture.ts';

/** Composes it; the same octets each time. */
export function receipt(): RawMessage {
  return compose()
    .from('Café Łódź <billing@example.com>')
    .to({ name: 'Zoë Müller', address: 'zoe@bücher.example' })
    .bcc('archive@example.com')
    .subject('Your receipt, à bientôt ☕')
    .text(fixture('receipt.txt').toString())
    .html(fixture('receipt.html').toString())
    .calendar(fixture('invitation.ics').toString(), { method: 'REQUEST' })
    .embed({ cid: 'logo@example.com', content: fixture('logo.png'), filename: 'logo.png' })
    .attach({ content: fixture('receipt.pdf'), filename: 'facture-été.pdf' })
    .build();
}
