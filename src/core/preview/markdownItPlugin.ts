import type MarkdownIt from 'markdown-it';
import type { MarkdownDialect } from '../citing/citation';
import { citationsInText } from '../citing/markdown/textCitations';
import type { PreviewAnswer } from './previewAnswer';
import { asWritten } from './previewRequest';
import { withoutSpaceBeforeRaised } from './raisedCitations';
import { placeReferences, referencesDivision } from './referencesPlace';

type Tokens = ReturnType<MarkdownIt['parse']>;

/** How a document is shown that is being rendered. */
export interface ShownDocument {
  readonly answer: PreviewAnswer;
  readonly dialect: MarkdownDialect;
}

/** The parse of a document that is shown with its citations, while it goes on. */
interface Showing extends ShownDocument {
  /** How often each written citation has come up. */
  readonly met: Map<string, number>;
}

const citationToken = 'literature_citation';

/**
 * Shows citations and the list of references where markdown-it renders a document for which `shownFor` has an answer. Nothing else
 * changes: a document is parsed as ever, and once more with its citations when it is rendered. `shownFor` gets what the renderer gets as
 * its environment.
 */
export function citationsPlugin(
  md: MarkdownIt,
  shownFor: (environment: unknown) => ShownDocument | undefined,
): MarkdownIt {
  const sources = new WeakMap<Tokens, string>();
  let showing: Showing | undefined;
  md.core.ruler.push('literature_source', state => {
    if (!showing) sources.set(state.tokens, state.src);
  });
  md.inline.ruler.before('link', citationToken, (state, silent) => {
    if (!showing) return false;
    const first = state.src[state.pos];
    if (first !== '[' && first !== '@' && first !== '-') return false;
    const citation = citationAt(state.src, state.pos, showing.dialect);
    const written = citation && asWritten(state.src.slice(citation.start, citation.end));
    const shown = written !== undefined ? showing.answer.citations.get(written) : undefined;
    if (!citation || written === undefined || !shown?.length || citation.end > state.posMax) return false;
    if (!silent) {
      const count = showing.met.get(written) ?? 0;
      showing.met.set(written, count + 1);
      const token = state.push(citationToken, '', 0);
      const html = shown[Math.min(count, shown.length - 1)]!;
      token.content = isInLink(state) ? withoutLinks(html) : html;
      token.meta = { written };
      // What VS Code makes the addresses of headings of.
      const plain = new state.Token('text', '', 0);
      plain.content = state.src.slice(citation.start, citation.end);
      token.children = [plain];
    }
    state.pos = citation.end;
    return true;
  });
  md.renderer.rules[citationToken] = (tokens, index) => tokens[index]!.content;
  referencesDivision(md, () => showing !== undefined);

  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens, options, environment) => {
    const source = showing ? undefined : sources.get(tokens);
    const shown = source !== undefined ? shownFor(environment) : undefined;
    if (source === undefined || !shown) return render(tokens, options, environment);
    return render(parsed(source, shown, environment), options, environment);
  };

  function parsed(source: string, shown: ShownDocument, environment: object): Tokens {
    showing = { ...shown, met: new Map() };
    try {
      const tokens = md.parse(source, { ...environment });
      for (const token of tokens) {
        const children = token.children ?? [];
        withoutSpaceBeforeRaised(children, citationToken);
        for (const image of children.filter(({ type }) => type === 'image'))
          for (const inside of image.children ?? []) asText(inside);
      }
      return placeReferences(tokens, shown.answer, md);
    } finally {
      showing = undefined;
    }
  }
  return md;
}

/** markdown-it counts the links around; its types do not say so. */
function isInLink(state: object): boolean {
  return 'linkLevel' in state && typeof state.linkLevel === 'number' && state.linkLevel > 0;
}

/** What stands in a link cannot lead elsewhere. */
function withoutLinks(html: string): string {
  return html.replace(/<a\b[^>]*>/g, '<span>').replaceAll('</a>', '</span>');
}

/** An alternative text of an image has no markup. */
function asText(token: Tokens[number]): void {
  if (token.type !== citationToken) return;
  token.type = 'text';
  token.content = (token.meta as { written: string }).written;
}

let last:
  | { text: string; dialect: MarkdownDialect; citations: ReturnType<typeof citationsInText> }
  | undefined;

/** Every character of a text is asked for in turn: it is read once. */
function citationAt(text: string, at: number, dialect: MarkdownDialect) {
  if (last?.text !== text || last.dialect !== dialect)
    last = { text, dialect, citations: citationsInText(text, dialect) };
  return last.citations.find(({ start }) => start === at);
}
