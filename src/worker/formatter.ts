import { signsEncoded } from '../core/bibliography/write/tex/texEncoding';
import type { CitingDocument, FormattedDocument } from '../core/display/citationStyle/citingDocument';
import { bibliographyFormatter } from '../core/display/citationStyle/formatBibliography';
import { documentFormatter } from '../core/display/citationStyle/formatCitations';
import type { FormattedBibliography, OutputFormat } from '../core/display/citationStyle/formattedPlainly';
import type { CslItem } from '../core/model/reference';
import { BoundedCache } from '../core/util/collections/boundedCache';
import { speakBy, translateBy } from '../core/util/say';

interface StyledRequest {
  /** The text of the style's `.csl` file. */
  readonly style: string;
  /** The texts of the bundled locales by language. */
  readonly locales: Readonly<Record<string, string>>;
  readonly language?: string;
  /** The translations of what people read, by the English texts. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** References to be listed by a citation style. */
export interface FormatRequest extends StyledRequest {
  readonly items: readonly CslItem[];
  readonly output: OutputFormat;
}

/** The citations of a document with its list of references, as HTML. */
export interface DocumentRequest extends StyledRequest {
  readonly document: CitingDocument;
}

export type FormatterRequest = FormatRequest | DocumentRequest;
export type FormatterAnswer<Request extends FormatterRequest> = Request extends DocumentRequest
  ? FormattedDocument
  : FormattedBibliography;

/** As many styles are kept ready; to make one ready takes a second or two. */
const stylesReady = 4;

/** Formats what it is given. Styles are slow to make ready, which is why this has a thread to itself. */
export function makeFormatter(): <Request extends FormatterRequest>(
  request: Request,
) => FormatterAnswer<Request> {
  const references = new ReadyStyles(({ output, ...options }: Styled & { output: OutputFormat }) =>
    bibliographyFormatter({ ...options, output }),
  );
  const documents = new ReadyStyles(documentFormatter);
  const format = (request: FormatterRequest) => {
    if (request.texts) speakBy(translateBy(request.texts));
    if ('document' in request) return documents.of(request, {})(request.document);
    const { items, output } = request;
    const bibliography = references.of(request, { output })(items);
    return output === 'latex' ? inTex(bibliography) : bibliography;
  };
  return format as ReturnType<typeof makeFormatter>;
}

type Styled = Parameters<typeof documentFormatter>[0];

/** The styles used last, each ready to format. */
class ReadyStyles<More extends object, Format> {
  private readonly ready = new BoundedCache<string, Format>(stylesReady);

  constructor(private readonly make: (options: Styled & More) => Format) {}

  of({ style, locales, language }: StyledRequest, more: More): Format {
    const localeText = (wanted: string) => locales[wanted] ?? locales['en-US'] ?? '';
    return this.ready.getOrMake(JSON.stringify([more, language, style]), () =>
      this.make({ style, localeText, ...(language ? { language } : {}), ...more }),
    );
  }
}

/** Signs of mathematics and Greek as commands: pdfTeX stops at them. */
function inTex({ entries, ...rest }: FormattedBibliography): FormattedBibliography {
  return { ...rest, entries: entries.map(({ key, text }) => ({ key, text: signsEncoded(text) })) };
}
