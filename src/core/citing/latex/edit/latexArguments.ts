/** Commands whose braces hold running text, however short. */
const textCommands = new Set(
  `emph textbf textit textsl textsc textrm textsf texttt textup textmd textnormal underline uline uwave st hl enquote textquote blockquote
   footnote footnotetext thanks marginpar marginnote sidenote caption captionof subcaption mbox parbox text intertext shortintertext
   part chapter section subsection subsubsection paragraph subparagraph title subtitle frametitle framesubtitle
   todo hyphenquote foreignquote foreignlanguage textcolor colorbox href alert structure uncover only added deleted highlight`.split(
    /\s+/,
  ),
);

/** Of these, the text is in a later argument: `\textcolor{red}{…}`, `\href{…}{…}`, `\parbox{3cm}{…}`. */
const textInSecond =
  /^(?:textcolor|colorbox|href|parbox|foreignlanguage|foreignquote|hyphenquote|captionof|textcquote|blockcquote)$/;

/** Never text, whatever it looks like. */
const neverText =
  /^(?:.*label|.*ref|.*refs|.*refrange|input|include|includeonly|include(?:graphics|pdf|svg)|graphicspath|bibliography(?:style)?|addbibresource|usepackage|documentclass|RequirePackage|(?:re)?new(?:command|environment|theorem)|renewcommand|providecommand|Declare.*|def|let|set.*|v?hspace|vspace|hyphenation|.*cite.*|bibitem|tikz.*|draw|Sexpr|py|sage.*|directlua|luaexec|node|SI|si|num|qty|gls.*|ac[a-z]?|index|pdf.*|lst.*|newacronym|counter|column.*)$/i;

/** Whether the argument `count` of a command, counted from 0 without those in brackets, is running text: as far as its name or blanks tell. */
export function setsText(name: string, count: number, argument: string): boolean {
  if (neverText.test(name)) return false;
  if (textInSecond.test(name)) return count > 0;
  if (textCommands.has(name)) return true;
  return /\S\s+\S/.test(argument) && !/[=\\]|^\s*[\d.]+\s*[a-z]{2}\s*$/.test(argument.slice(0, 20));
}

/** Notes, captions and headings, whose text is not that of the sentence around them. */
export function setsApart(name: string): boolean {
  return /^(?:footnote(?:text)?|thanks|margin(?:par|note)|sidenote|todo|(?:sub)?caption(?:of)?|part|chapter|(?:sub)*section|(?:sub)?paragraph|(?:frame)?(?:sub)?title)$/.test(
    name,
  );
}

const mathEnvironments =
  /^(?:equation|eqnarray|align|alignat|flalign|gather|multline|math|displaymath|dmath|IEEEeqnarray|subequations|tikzpicture|array)\*?$/;

/** Environments that are maths, or drawn, as a whole. */
export function isMathEnvironment(name: string): boolean {
  return mathEnvironments.test(name);
}

/** Where the brace at `open` closes; `undefined` where none opens, or none closes. */
export function closingBrace(text: string, open: number): number | undefined {
  return text[open] === '{' ? closing(text, open, '{', '}') : undefined;
}

/** The same of a bracket, past braces in it. */
export function closingBracket(text: string, open: number): number | undefined {
  for (let at = open + 1; at < text.length && !/^\n\s*\n/.test(text.slice(at, at + 20)); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') at = closingBrace(text, at) ?? text.length;
    else if (text[at] === ']') return at;
  }
  return undefined;
}

function closing(text: string, open: number, opening: string, close: string): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '%') at = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    else if (character === opening) depth++;
    else if (character === close && --depth === 0) return at;
    else if (character === '\n' && /^\n[ \t]*\n/.test(text.slice(at, at + 80))) return undefined;
  }
  return undefined;
}
