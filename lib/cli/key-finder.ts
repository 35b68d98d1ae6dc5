/** Keys of DKIM signatures, found as DNS would: by `SELECTOR._domainkey.DOMAIN`. RFC 6376 §3.6.2.1. */

/** A key, of one name (`SELECTOR._domainkey.DOMAIN`, in lower case) or of every name. */
export interface KeyRecord {
  readonly name: string | undefined;
  readonly record: string;
}

/** Answers as DNS would: the key of that name, else the one without a name. */
export function keyFinder(
  keys: readonly KeyRecord[],
): (domain: string, selector: string) => string | undefined {
  return (domain, selector) => {
    const wanted = `${selector}._domainkey.${domain}`.toLowerCase();
    const found = keys.find(({ name }) => name === wanted);
    return (found ?? keys.find(({ name }) => name === undefined))?.record;
  };
}
