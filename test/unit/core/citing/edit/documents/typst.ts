import type { OddDocument } from './oddDocument';

/** Markup and code of Typst, close together. */
export const typstDocuments: readonly OddDocument[] = [
  {
    name: 'markup',
    text: `= A heading <sec>
First words of a _long_ paragraph, see @a[p. 3].

- one *thing*
- another
  goes on
+ numbered
/ Term: its meaning

== Next
Words \\
after a break -- and "quoted" // a comment
go on. /* a longer
comment */ End~here.

See @sec.
`,
  },
  {
    name: 'raw and maths',
    text: `Inline \`raw words\` and $a + b$ here.

\`\`\`python
x = [1]

def f(): pass
\`\`\`

$ E = m c^2 "if so" $ <eq>

\`\`\`
plain
\`\`\`
Behind.
`,
  },
  {
    name: 'code',
    text: `#set page(width: 10cm)
#set text(font: "Libertinus Serif", size: 11pt)
#show heading: it => [#it.body]
#let name = "Ann Roe"
#let f(x) = {
  let y = x + 1
  [Words #y here]
}

The #name says #f(2) and #emph[so it is].

#figure(
  table(
    columns: 2,
    [A], [B],
    [one], [two words],
  ),
  caption: [A caption here.],
) <fig>

#if name == "x" [Yes] else [No words]

#for i in range(2) [Item #i.]

#quote(attribution: [Someone])[Quoted words.]
#link("https://x.org")[a link] and #footnote[A note.] https://y.org/a end.
#h(1em) #v(2pt)
#import "@preview/x:0.1.0": y
`,
  },
  {
    name: 'Windows line ends and letters beyond the basic plane',
    text: 'One line\r\ngoes on @a.\r\n\r\n- 𝒙 one\r\n- two\r\n\r\n#let x = 1\r\n\r\nEnd',
  },
];
