/** The look of every help page: the pane's petrol, the system's faces, light and dark, from 320 pixels, and on paper. */
const STYLE = `:root { color-scheme: light dark; --text: #242424; --quiet: #5c5c5c; --ground: #ffffff; --soft: #f3f6f7; --line: #d1d8da; --brand: #005768 }
@media (prefers-color-scheme: dark) { :root { --text: #f0f0f0; --quiet: #b8b8b8; --ground: #1b1d1e; --soft: #262a2c; --line: #454b4e; --brand: #94c4d0 } }
* { box-sizing: border-box }
body { font: 15px/1.55 "Segoe UI Variable", "Segoe UI", system-ui, -apple-system, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif; color: var(--text); background: var(--ground); max-width: 48rem; margin: 0 auto; padding: 0 1rem 2rem; overflow-wrap: anywhere }
nav { display: flex; justify-content: space-between; padding: .75rem 0; border-bottom: 1px solid var(--line) }
a { color: var(--brand) }
a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px }
h1 { font-size: 1.3rem; line-height: 1.35; margin: 1.5rem 0 .5rem }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; color: var(--brand) }
h3 { font-size: .95rem; margin: 1.25rem 0 .25rem }
p { margin: .5rem 0 }
code, .sum { font-family: ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .92em }
.lead { font-size: 1.05rem }
.note, footer, small, caption { color: var(--quiet); font-size: .85rem }
small { font-weight: 400 }
dl { margin: 0 } dt { font-weight: 600; margin-top: .6rem } dd { margin: .1rem 0 0 }
dl.index dt { font-weight: 400 }
ol { margin: .25rem 0; padding-left: 1.4rem } li { margin: .35rem 0 }
.gives b { color: var(--brand) }
.scroll { overflow-x: auto; margin: .75rem 0 }
table { border-collapse: collapse; font-size: .87rem; font-variant-numeric: tabular-nums; overflow-wrap: normal }
caption { text-align: left; padding-bottom: .25rem }
th, td { text-align: left; padding: .25rem .6rem; border: 1px solid var(--line); vertical-align: top; white-space: nowrap }
th { background: var(--soft); font-weight: 600 }
.t { white-space: normal; min-width: 12rem }
.n { text-align: right }
.formula { background: var(--soft); border-left: 3px solid var(--brand); padding: .5rem .75rem }
.answer { font-size: 1.25rem; font-weight: 600; margin: .5rem 0 .5rem .9rem }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .75rem }
@media print { :root { color-scheme: light; --text: #000; --quiet: #333; --ground: #fff; --soft: #f3f3f3; --line: #999; --brand: #000 } nav { display: none } body { max-width: none; font-size: 10.5pt } section { break-inside: avoid } .scroll { overflow: visible } th, td { white-space: normal } }
`;

module.exports = { STYLE };
