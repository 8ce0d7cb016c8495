import type { OddDocument } from './oddDocument';

/** Every kind of block and of markup of Pandoc's Markdown and its dialects, close together, as people write them. */
export const markdownDocuments: readonly OddDocument[] = [
  {
    name: 'front matter, headings and paragraphs',
    text: `---
title: "On Tides"
author:
  - Ann Roe
abstract: |
  The tides rise, as
  @roe2001 says.
keywords: [tides, moon]
---

# Introduction {#sec:intro}

The *tide* rises twice [see @roe2001, p. 3].

Method
------

Wells measure it @doe1999 well.
## Close heading
A line below it.

***

The end.
`,
  },
  {
    name: 'lists',
    text: `Some things:

- one *thing*
- another
  goes on [@a]

    with a paragraph
- third

  - nested
    1. deep

1. first
2. second

(@) An example.

- [ ] to do
- [x] done

Term
: Its definition.

Second *term*

:   Loose definition
    of two lines.

    And a paragraph.

Last words.
`,
  },
  {
    name: 'blocks without room between',
    text: `First words.

- a list
- of two

    code in no list

> quoted words
> go on

| line one
|   line two

\`\`\`python
x = [1]  # @decorated
\`\`\`

Then **bold**.

~~~
tildes
~~~

    indented code

::: note
In a div.
:::

<div class="x">
Inside HTML.
</div>

<!-- a comment
of two lines -->

\\begin{center}
raw \\LaTeX
\\end{center}

\`\`\`{=html}
<b>raw</b>
\`\`\`

$$
E = m c^2
$$

Last.
`,
  },
  {
    name: 'pipe tables',
    text: `Words before.

| Model | *Score* | Note |
|:------|--------:|------|
| BERT  | 3.5     | \`a|b\` |
| GPT [@a] |  |  see \\| here |

: The caption.

A | B
--|--
one | two
three | four

Words behind.
`,
  },
  {
    name: 'grid tables',
    text: `Words before.

+---------+-------+
| Model   | Score |
+=========+=======+
| BERT    | 3.5   |
+---------+-------+
| GPT-4   | - one |
| [@a]    | - two |
+---------+-------+

: Caption words

+-----+-----+
| 日本 | ok  |
+-----+-----+
| a   | b   |
+-----+-----+

Words behind.
`,
  },
  {
    name: 'simple and multiline tables',
    text: `  Right     Left     Center
-------     ------ ----------
     12     12        12
    123     123       123

Table:  Demonstration

-------------------------------------
 Centered   Default           Right
  Header    Aligned         Aligned
----------- ------- ---------------
   First    row                12.0
            goes on

  Second    row                 5.0
-------------------------------------

Table: Multi

-------     ------ ----------
     12     12        12
    123     123       123
-------     ------ ----------

Behind.
`,
  },
  {
    name: 'notes, links, images, spans',
    text: `A note[^1] and ^[one inline @a here] of [a link](https://x.org/a "T") and <https://y.org>, [ref][id] or [id].

[^1]: The note's text
    goes on.

    A second paragraph.

[id]: https://z.org 'Title'

![A figure](fig.png){#fig:x width=50%}

See ![icon](i.png) and [span]{.x} with \`code\`{.py} and \\\`escaped and $a^2$ or \\(b\\) here --- "quoted 'twice'".

H~2~O and x^2^ and ~~out~~ <span>in *HTML*</span> &amp; \\textbf{tex} \\ref{x}.\\
After a break.
`,
  },
  {
    name: 'quotes with blocks',
    text: `> First *quoted* paragraph.
>
> - item
> - item two
>
> > nested
>
> \`\`\`
> code
> \`\`\`

* * *

1. Item

   > quote in it

   \`\`\`
   code
   \`\`\`

2. Other
`,
  },
  {
    name: 'Windows line ends',
    text: 'One line\r\ngoes on [@a].\r\n\r\n- item\r\n- other\r\n\r\n```\r\ncode\r\n```\r\n\r\n| A | B |\r\n|---|---|\r\n| x | y |\r\n\r\nEnd',
  },
  {
    name: 'a byte order mark, tabs and letters beyond the basic plane',
    text: '\ufeffWords 𝒙𝒚 and 👩‍🔬 here\tand on.\n\n-\tone\n\n\tmore 𠮷野家\n-\ttwo\n\n>\ttabbed\n\n1.\tnumber',
  },
  {
    name: 'Quarto',
    dialect: 'quarto',
    text: `---
title: Report
format: html
---

\`\`\`{r}
#| label: fig-one
#| fig-cap: "A caption"
plot(x)
\`\`\`

See @fig-one and [@a].

::: {.callout-note}
## Title
Words.
:::

{{< include other.qmd >}}

Inline \`r 1 + 1\` code.

::: {.columns}
::: {.column}
Left.
:::
:::
`,
  },
  {
    name: 'MyST',
    dialect: 'myst',
    text: `---
kernelspec:
  name: python3
---

(target)=
# Title

See {cite:p}\`a\` and {ref}\`target\`.

\`\`\`{figure} fig.png
:name: fig
:width: 50%

The caption here.
\`\`\`

\`\`\`{code-cell} python
:tags: [hide]
@decorator
def f(): pass
\`\`\`

:::{note} Title
:class: x
Some words.
:::

% a comment

$$
a = b
$$ (eq)

| A | B |
|---|---|
| x | y |

- item
`,
  },
  {
    name: 'mystmd',
    dialect: 'mystmd',
    text: `See [@a] and {cite:t}\`b\`.

\`\`\`{math}
:label: eq
a = b
\`\`\`

- item

\`\`\`{list-table}
:header-rows: 1
* - One
  - Two
* - three
  - four
\`\`\`
`,
  },
];
