/** The style sheet of the HTML report: light and dark, on paper too, nothing fetched. */

/** How far parts are indented within the tree. */
const depths: string = [1, 2, 3, 4, 5, 6, 7, 8]
  .map((depth) => `.d${depth}{padding-left:${depth}em}`)
  .join('');

export const htmlStyle: string = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--faint:#57606a;--line:#d0d7de;--code:#f3f5f7;
--error:#b3261e;--warning:#8a5a00;--info:#1f5fa8;--ok:#1a7f37;--mark:#ffd7d5}
@media(prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#dfe4ea;--faint:#97a1ac;--line:#3a424b;
--code:#1e2329;--error:#ff8a80;--warning:#e3b341;--info:#79b8ff;--ok:#56d364;--mark:#7a2320}}
body{max-width:64rem;margin:2rem auto;padding:0 1rem;background:var(--paper);color:var(--ink);
font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.4rem}h2{font-size:1.2rem;margin:0}h3{font-size:1rem;margin:1.2rem 0 .3rem}
h4{font-size:1rem;font-weight:normal;margin:0}
h2,h4,p,td,th{overflow-wrap:anywhere}
a{color:var(--info)}
p{margin:.3rem 0}
section{border-left:.35rem solid var(--ok);padding-left:1rem;margin:2.5rem 0}
section.error{border-color:var(--error)}section.warning{border-color:var(--warning)}
.verdict{font-size:1.1rem;font-weight:bold;color:var(--ok)}
.error .verdict,article.error b{color:var(--error)}
.warning .verdict,article.warning b{color:var(--warning)}
article.info b{color:var(--info)}
article{border-top:1px solid var(--line);padding:.6rem 0;break-inside:avoid}
.place,.key,footer{color:var(--faint);font-size:.9rem}
pre{overflow-x:auto;margin:.4rem 0;padding:.4rem .6rem;background:var(--code)}
pre,code{font:14px/1.5 ui-monospace,monospace}
mark{background:var(--mark);color:inherit;outline:1px solid var(--error)}
table{border-collapse:collapse}
td,th{padding:.1rem 1.2rem .1rem 0;text-align:left;font-weight:normal;vertical-align:top}
thead th{color:var(--faint);font-size:.9rem}
.count{text-align:right;font-variant-numeric:tabular-nums}
meter{width:12rem}
${depths}
@media print{body{max-width:none;margin:0}pre{white-space:pre-wrap}}
`;
