import type { OddDocument } from './oddDocument';

/** What stands in the body of LaTeX documents, close together. Whole documents begin with `\documentclass`. */
export const latexDocuments: readonly OddDocument[] = [
  {
    name: 'paragraphs and headings',
    text: `First words of a \\emph{long} paragraph, see~\\cite{a}.

Second one % with a comment
goes on.
% only a comment

\\section{A heading}\\label{sec:a}

\\subsection*{Another}
Third one.\\\\
A line.

\\paragraph{Run-in} Words.

\\noindent Last.
`,
  },
  {
    name: 'verbatim and code',
    text: `Before \\verb|a_b c| and \\verb+x y+ words.

\\begin{verbatim}
raw \\cite{no} text

more raw
\\end{verbatim}

Between \\url{https://x.org/a_b} words.
\\begin{lstlisting}[caption={A list}]
int main() { return 0; }

// the end
\\end{lstlisting}
\\begin{comment}
not printed

at all
\\end{comment}
Behind.
`,
  },
  {
    name: 'maths',
    text: `As $a + b$ and \\(c\\) show
\\[
  E = m c^2
\\]
and
\\begin{align}
  a &= b \\\\
  c &= d \\label{eq:one}
\\end{align}
so \\eqref{eq:one} holds.

$$x = y$$

\\begin{equation*}
  z \\text{ if so}
\\end{equation*}
Behind.
`,
  },
  {
    name: 'floats, lists and tables',
    text: `\\begin{figure}[htb]
  \\centering
  \\includegraphics[width=.5\\linewidth]{foo.png}
  \\caption{A caption \\cite{a} here.}
  \\label{fig:one}
\\end{figure}

\\begin{enumerate}
  \\item One thing,

    with a paragraph
  \\item[(b)] another
\\end{enumerate}

\\begin{table}
\\begin{tabular}{l|rp{3cm}}
  \\hline
  A & B & C \\\\ \\hline
  one & 2 & three words here \\\\
  \\multicolumn{2}{c}{wide} & x \\\\
\\end{tabular}
\\end{table}

\\begin{description}
  \\item[Term] its meaning
\\end{description}

\\begin{quote}
  Quoted words.
\\end{quote}
`,
  },
  {
    name: 'commands with arguments',
    text: `See \\ref{sec:a} and Figures~\\ref{fig:one}--\\ref{fig:two}, \\textbf{bold words}\\footnote{A note
  of two lines.} here. \\input{other} \\vspace{2em} \\hspace*{1cm} \\index{word!sub}
\\textcolor{red}{red words} \\href{https://x.org}{a link} \\label{x:y} \\enquote{Quoted}.

{\\itshape group words} and {\\bf bold} -- \\LaTeX{} ~ \\today, \\setlength{\\parindent}{0pt}
\\newcommand{\\me}[1]{Roe #1} \\def\\x{1} \\me{too} \\( a \\) \\dots

\\begin{tikzpicture}
  \\draw (0,0) -- (1,1) node[right] {words here};
\\end{tikzpicture}

End.
`,
  },
  {
    name: 'a whole document',
    text: `\\documentclass[11pt]{article}
\\usepackage[T1]{fontenc}
\\usepackage{natbib}
\\title{On Tides}
\\author{Ann Roe}
\\newcommand{\\tide}{high water}

\\begin{document}
\\maketitle

\\begin{abstract}
It rises.
\\end{abstract}

\\section{Intro}
The \\tide{} rises \\citep{a,
  b}. % said
Thus.

\\bibliographystyle{plainnat}
\\bibliography{refs}
\\end{document}
Not read.
`,
  },
  {
    name: 'Windows line ends',
    text: 'One line\r\ngoes on \\cite{a}.\r\n\r\n\\begin{itemize}\r\n\t\\item one\r\n\t\\item 𝒙 two\r\n\\end{itemize}\r\n\r\nEnd',
  },
  {
    name: 'Sweave',
    text: `Words here.

<<fig=TRUE>>=
x <- "a" # words
@

More \\Sexpr{x + 1} words.
`,
  },
];
