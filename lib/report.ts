/** The public surface of mimewright/report: formatters, pure functions of reports. */

export { renderJson } from './report/json.ts';
export type { NamedReport } from './report/named-report.ts';
export { ruleSection } from './report/rule-section.ts';
export { renderText } from './report/text.ts';
