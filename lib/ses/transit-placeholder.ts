/** What stands for things that SES alone can make: each says that it is a placeholder. */

/** In every placeholder. */
export const PLACEHOLDER = 'mimewright-placeholder';

/** Links, pixel and unsubscribe page: `.invalid` leads nowhere (RFC 2606 §2). */
export const PLACEHOLDER_URL: string = `https://${PLACEHOLDER}.invalid/`;

/** Takes the place of `{{amazonSESUnsubscribeUrl}}`. */
export const UNSUBSCRIBE_URL: string = `${PLACEHOLDER_URL}unsubscribe`;

/** An address that nobody sends from (RFC 5737 §3). */
export const SENDING_ADDRESS = '192.0.2.1';
