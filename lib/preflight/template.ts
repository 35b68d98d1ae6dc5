/** Placeholders of templates, as the common engines write them. */

const PLACEHOLDER =
  /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<%[^%]*%>|\{%[^%]*%\}|\*\|[^|]*\|\*|%[A-Z][A-Z0-9_]*%|\[\[[^[\]]*\]\]/;

/** True when text holds `{{x}}`, `${x}`, `<%= x %>`, `*|X|*`, `%X%` or `[[x]]`. */
export function holdsPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}
