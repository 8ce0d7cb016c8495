import type { Inline } from '../../bibliography/tex/inline';
import { readMath } from '../../bibliography/tex/readMath';
import { tableOf } from '../../util/collections/tableOf';
import { childrenNamed, type Element, isElement, parseMarkup, textOf } from './markup';

const styles: Readonly<Record<string, 'italic' | 'superscript' | 'subscript'>> = tableOf({
  i: 'italic',
  em: 'italic',
  italic: 'italic',
  sup: 'superscript',
  sub: 'subscript',
  inf: 'subscript',
});

/** A text as services write it, which mostly has no markup in it. */
export function readInlines(text: string): Inline[] {
  return /[<&$]/.test(text) ? inlinesOf(parseMarkup(text).children) : [text];
}

/** The text of a title or paragraph, with the styles that say something; small capitals and bold are only the publisher's dress. */
export function inlinesOf(nodes: Element['children']): Inline[] {
  const inlines: Inline[] = [];
  for (const [index, node] of nodes.entries()) {
    if (!isElement(node)) {
      const next = nodes[index + 1];
      // Line breaks that a program put before an index or exponent are no blanks: `CO⏎  <sub>2</sub>`.
      const raised =
        next && isElement(next) && (styles[next.name] === 'superscript' || styles[next.name] === 'subscript');
      inlines.push(...withFormulas(raised ? withoutLastBreak(node) : node));
      continue;
    }
    const style = styles[node.name];
    if (style) inlines.push({ style, content: trimmedLines(inlinesOf(node.children)) });
    else if (node.name === 'math') inlines.push(...mathInlines(node));
    else if (node.name === 'tex-math') inlines.push(...texInlines(textOf(node)));
    else if (node.name === 'alternatives') inlines.push(...alternatives(node));
    else if (node.name === 'annotation' || node.name === 'fn' || node.name === 'img') continue;
    else if (node.name === 'xref' && /^[\d,*†‡§\s–-]*$/u.test(textOf(node))) continue;
    else if (node.name === 'br' || node.name === 'break') inlines.push(' ');
    else inlines.push(...inlinesOf(node.children));
  }
  return inlines;
}

/** `$…$` in a text that else is none of TeX's; sums of money are not. */
const formula = /(?:(?<![\w\\$])|(?=\$[_^\\{]))\${1,2}(?!\s)((?:[^$\\]|\\.)+?)(?<!\s)\${1,2}/gs;

function withFormulas(text: string): Inline[] {
  if (!text.includes('$')) return [text];
  const inlines: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(formula)) {
    const tex = match[1]!;
    if (!/[\\^_{}=<>]|^(?=.*[A-Za-z])[\w()+/,.'*-]{1,6}$/s.test(tex)) continue;
    inlines.push(text.slice(end, match.index), ...readMath(tex));
    end = match.index + match[0].length;
  }
  return [...inlines, text.slice(end)];
}

function trimmedLines(content: readonly Inline[]): Inline[] {
  return content.map((inline, index) => {
    if (typeof inline !== 'string') return inline;
    const start = index === 0 ? withoutFirstBreak(inline) : inline;
    return index === content.length - 1 ? withoutLastBreak(start) : start;
  });
}

/** The same formula in MathML, as TeX and as an image. */
function alternatives(node: Element): Inline[] {
  const math = childrenNamed(node, 'math')[0];
  const tex = childrenNamed(node, 'tex-math')[0];
  return math ? mathInlines(math) : tex ? texInlines(textOf(tex)) : inlinesOf(node.children);
}

/** Publishers put whole documents around a formula. */
function texInlines(tex: string): Inline[] {
  const body = /\\begin\{document\}(.*?)\\end\{document\}/s.exec(tex)?.[1] ?? tex;
  return readMath(body.trim().replace(/^\$+|\$+$/g, ''));
}

/** MathML as running text: `x²`, `a/b`, `√(x)`. Blanks between its elements mean nothing. */
function mathInlines(node: Element): Inline[] {
  const parts = node.children.filter(isElement);
  switch (node.name) {
    case 'mi':
    case 'mn':
    case 'mtext':
    case 'ms':
      return [textOf(node)];
    case 'mo':
      return [operator(textOf(node))];
    case 'mspace':
      return [' '];
    case 'msup':
    case 'mover':
      return parts.length === 2 && node.name === 'msup'
        ? scripted(parts, 'superscript')
        : children(parts.slice(0, 1));
    case 'msub':
    case 'munder':
      return parts.length === 2 ? scripted(parts, 'subscript') : children(parts);
    case 'msubsup':
    case 'munderover':
      if (parts.length !== 3) return children(parts);
      return [
        ...scripted(parts.slice(0, 2), 'subscript'),
        { style: 'superscript', content: mathInlines(parts[2]!) },
      ];
    case 'mfrac':
      return parts.length === 2
        ? [...mathInlines(parts[0]!), '/', ...mathInlines(parts[1]!)]
        : children(parts);
    case 'msqrt':
      return ['√(', ...children(parts), ')'];
    case 'mfenced':
      return [node.attributes.open ?? '(', ...children(parts), node.attributes.close ?? ')'];
    case 'annotation':
    case 'annotation-xml':
      return [];
    default:
      return parts.length > 0 ? children(parts) : [textOf(node)];
  }
}

function children(parts: readonly Element[]): Inline[] {
  return parts.flatMap(mathInlines);
}

function scripted([base, script]: readonly Element[], style: 'superscript' | 'subscript'): Inline[] {
  return [...mathInlines(base!), { style, content: mathInlines(script!) }];
}

/** Relations stand between blanks; invisible operators are none. */
function operator(sign: string): string {
  if (/^[\u2061-\u2064\u200b]*$/.test(sign)) return '';
  return /^[=<>≤≥≈≃∼→←↔∈⊂⊆×±≪≫≠≡]$/.test(sign) ? ` ${sign} ` : sign;
}

/** Blanks at an end go if lines break in them. */
function withoutLastBreak(text: string): string {
  const kept = text.trimEnd();
  return text.slice(kept.length).includes('\n') ? kept : text;
}

function withoutFirstBreak(text: string): string {
  const kept = text.trimStart();
  return text.slice(0, text.length - kept.length).includes('\n') ? kept : text;
}
