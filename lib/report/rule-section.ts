/** Where the rules page tells of a rule. */

const PAGE = 'lib/preflight/rules.md';

/** The path of a rule's section, within the package: `lib/preflight/rules.md#address-null`. */
export function ruleSection(id: string): string {
  return `${PAGE}#${ruleAnchor(id)}`;
}

/** The name of a rule's section on that page: no area has a hyphen, so no two rules share one. */
export function ruleAnchor(id: string): string {
  return id.replace('/', '-');
}
