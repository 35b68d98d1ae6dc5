/** The public surface of mimewright/report: formatters, pure functions of reports. */

export { renderCompact } from './report/compact.ts';
export { grouped, placeName } from './report/finding-words.ts';
export { fingerprints } from './report/fingerprints.ts';
export { renderGithub, renderGithubSummary } from './report/github.ts';
export { renderGitlab } from './report/gitlab.ts';
export { renderHtml } from './report/html.ts';
export { renderJson, renderJsonLines } from './report/json.ts';
export { renderJunit } from './report/junit.ts';
export { renderMarkdown } from './report/markdown.ts';
export type { NamedReport } from './report/named-report.ts';
export { type OctetExcerpt, octetExcerpt } from './report/octet-excerpt.ts';
export type { Paint, Painted } from './report/paint.ts';
export { printable } from './report/printable.ts';
export { ruleSection } from './report/rule-section.ts';
export { renderSarif, type SarifOptions } from './report/sarif.ts';
export { renderText } from './report/text.ts';
