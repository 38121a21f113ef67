/**
 * Typst source that sets a document handed over as JSON: words never become markup. Paragraphs are indented by two characters, so that a
 * reader of the PDF can tell a new paragraph from a continued line.
 */
export const pdfTemplate = `
#let doc = json(bytes(sys.inputs.doc))
#set document(title: doc.title)
#set page(paper: "a4", margin: 2cm, footer: context align(center, text(size: 9pt, "— " + str(here().page()) + " —")))
#set text(font: doc.families, size: 12pt, lang: "zh", region: "cn", hyphenate: false, cjk-latin-spacing: none)
#set par(leading: 0.8em, spacing: 0.8em, justify: false)
#let lines(parts) = parts.map(part => text(part)).join(linebreak())
#let cell(it) = table.cell(
  colspan: it.columns, rowspan: it.rows, breakable: it.long,
  align: (if it.align == "right" { right } else if it.align == "center" { center } else { left }) + horizon,
  lines(it.lines),
)
#let grid-of(it) = {
  set text(size: 9pt)
  set par(leading: 0.5em)
  let head = it.head.map(cell)
  let top = if head.len() > 0 { (table.header(..head),) } else { () }
  table(columns: it.widths.map(w => w * 1fr), stroke: 0.5pt, inset: 4pt, ..top, ..it.body.map(cell))
}
#let show-block(it) = {
  if it.at("newPage", default: false) { pagebreak(weak: true) }
  if it.kind == "grid" { grid-of(it) }
  else if it.kind == "title" { block(sticky: true, width: 100%, align(center, text(size: 16pt, weight: "bold", it.text))) }
  else if it.kind == "caption" or it.kind == "identity" { block(sticky: true, text(size: 9pt, it.text)) }
  else if it.kind == "note" { block(text(size: 9pt, it.text)) }
  else if it.kind == "heading" { par(first-line-indent: (amount: 2em, all: true), text(weight: "bold", it.text)) }
  else { par(first-line-indent: (amount: 2em, all: true), it.text) }
}
#for run in doc.runs { page(flipped: run.wide, for it in run.blocks { show-block(it) }) }
`;
