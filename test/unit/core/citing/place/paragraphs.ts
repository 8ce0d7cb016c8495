import type { Language } from '../../../../../src/core/citing/citation';

/** Paragraphs as people write them, with every kind of markup; `skipped` matches what stands before places where nothing is cited. */
export const paragraphs: Readonly<Record<Language, readonly { text: string; skipped?: RegExp }[]>> = {
  markdown: [
    {
      text: `The *spatial* state-of-the-art isn’t "quoted" **boldly** (see e.g. Fig. 3), at 3.5 % of 1,000 — or so; "yes" [link text](https://x.org/a_b) and
\`inline code\` with $E = mc^2$ and un*frigging*believable snake_case words… Really? As @roe2020 [p. 3] says [see @doe1999, pp. 3-5; @moe2001], x~2~ and y^2^.`,
    },
    {
      text: `# A heading *here*

- First item, with \`code\`
- Second [@a] item: https://example.org/x?y=z.

1. One thing
2. Another^[A note, with text.] thing[^1]

> A quote of “someone”
> that goes on — for two lines.

[^1]: The note's text.

Term
:   Its *definition* is here.`,
    },
    {
      text: `---
title: A title
---

Text with <span class="x">HTML</span>, an ![image](a.png){width=50%}, a [span]{.smallcaps}, an &amp; entity, \\*escaped\\* stars and \\ref{fig:x} of TeX.
Mail me@x.org or <https://x.org>. ~~Struck~~ out; Erdős–Rényi graphs, naïve Bayes and Μετά-learning (in Greek).`,
      skipped: /^[\s\S]{0,20}$/,
    },
    {
      text: '近年、大規模言語モデル（LLM）は、自然言語処理に広く使われている。BERTを使う方法 [@devlin2019] もある。',
    },
    { text: '这是一个关于“词义消歧”的研究，使用BERT模型。以前的工作[@a2020]表明，这是可行的。' },
    {
      text: '| Model | *Score* |\n|-------|---------|\n| BERT base | 3.5 |\n| GPT-4 | `x` |',
      skipped: /^\|[^\n]*\n\|[-|]*$/,
    },
  ],
  latex: [
    {
      text: `The \\emph{spatial} state-of-the-art isn't \`\`quoted'' \\textbf{boldly here} (see e.g.\\ Fig.~\\ref{fig:one}), at 3.5\\,\\% of $n = 1{,}000$ --- or so; as
\\citet[p.~3]{roe2020} says~\\citep{doe1999,moe2001}, G{\\"o}del and Erd\\H{o}s and na\\"ive \\LaTeX{} users, e.g. \\verb|a_b|, \\url{https://x.org/a_b}.
\\footnote{A note with \\emph{text}.} The \\gls{llm} \\(x+y\\) is \\textcolor{red}{red text} \\label{sec:here}.`,
    },
    {
      text: `\\section{A title}\\label{sec:title}

\\begin{itemize}
  \\item First thing, with $x$.
  \\item[b)] Second thing
\\end{itemize}

\\begin{figure}[t]
  \\centering
  \\includegraphics[width=3cm]{foo.png}
  \\caption[Short]{A long caption of it.}
  \\label{fig:x}
\\end{figure}

As in
\\begin{equation}
  a = b + c
\\end{equation}
where $a$ is {\\bf bold} and {\\itshape this is} \\href{https://x.org}{linked text} here.`,
    },
    {
      text: `\\begin{tabular}{ll|c}
Model & Score\\\\ \\hline
BERT base & 3.5\\\\[2pt]
\\textbf{GPT-4} & $\\pm 2$\\\\
\\end{tabular}`,
    },
    {
      text: `Die \`\`Größe'' des Ma\\ss{}es, caf\\'e, fa\\c{c}ade und \\O{}re: sie\\-ben \\enquote{Worte} am Ende.~Neu.`,
    },
  ],
  typst: [
    {
      text: `The *spatial* state-of-the-art isn't "quoted" _boldly_ (see e.g. Fig. 3), at 3.5~% of 1,000 --- or so; as @roe2020[p. 3] says @doe1999 @moe2001, and
\`inline code\` with $E = m c^2$ and https://x.org/a_b. Then #emph[words here], #link("https://x.org")[linked text] and #cite(<zoe>, form: "prose") say: see word:x.
Un*frigging*believable snake_case #footnote[A note.] words \\*escaped\\* here -- really?`,
    },
    {
      text: `= A heading _here_ <intro>

- First item, with \`code\`
- Second @a item: https://example.org/x.
+ Numbered
/ Term: its definition

#figure(
  image("foo.png", width: 3cm),
  caption: [A long caption of it.],
) <fig:x>

$ a = b + c $ <eq:one>

#quote(attribution: [Someone])[A quote of “someone”.] and #text(red)[red] words.`,
    },
    { text: '这是一个关于“词义消歧”的研究，使用BERT模型。以前的工作 @a2020 表明，这是可行的。' },
  ],
  rst: [
    {
      text: `The *spatial* state-of-the-art isn't "quoted" **boldly** (see e.g. Fig. 3), at 3.5 % of 1,000 -- or so; a \`link <https://x.org>\`_ and
\`\`inline code\`\` with :math:\`E = mc^2\` and snake_case words… Really? As :cite:t:\`roe2020\` says :cite:p:\`{see}doe1999{p. 3},moe2001\`.`,
    },
    {
      text: `- First item, with \`\`code\`\`
- Second :cite:\`a\` item: https://example.org/x?y=z. A note [1]_ and a target_.

1. One thing`,
    },
  ],
};
