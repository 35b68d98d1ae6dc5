/** Where a message starts. */

import { DraftBuilder } from './draft-builder.ts';
import type { MessageBuilder } from './message-builder.ts';

/**
 * Starts a message with nothing in it.
 *
 * @example
 * const raw = compose()
 *   .from('Café Łódź <billing@example.com>')
 *   .to({ name: 'Zoë Müller', address: 'zoe@bücher.example' })
 *   .subject('Your receipt ☕')
 *   .text('Total: 12 €')
 *   .build();
 */
export function compose(): MessageBuilder {
  return new DraftBuilder();
}
