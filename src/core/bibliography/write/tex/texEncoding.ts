import { tableOf } from '../../../util/collections/tableOf';
import { normalized } from '../../../util/normalized';

/**
 * How the characters of a text come into a file: all of them as they are (`utf8`); letters as they are, and what LaTeX sets by commands only
 * (Greek, indices, mathematical signs) by those (`latex`); or all in ASCII, as far as TeX has a way (`tex`).
 */
export type FileEncoding = 'utf8' | 'latex' | 'tex';

/** Combining marks and the TeX accents that make them. */
const accents: Record<string, string> = tableOf({
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
  '\u0331': 'b',
});

/** Letters and signs of text, as LaTeX's own fonts have them (those of T1 and the text companion fonts included). */
const textCommands = table(`
  ß {\\ss} æ {\\ae} Æ {\\AE} œ {\\oe} Œ {\\OE} ø {\\o} Ø {\\O} å {\\aa} Å {\\AA} ł {\\l} Ł {\\L} ı {\\i} ȷ {\\j} đ {\\dj} Đ {\\DJ} ð {\\dh} Ð {\\DH}
  þ {\\th} Þ {\\TH} ŋ {\\ng} Ŋ {\\NG} – -- — --- “ \`\` ” '' ‘ \` ’ ' „ {\\quotedblbase} ‚ {\\quotesinglbase} « {\\guillemotleft}
  » {\\guillemotright} ‹ {\\guilsinglleft} › {\\guilsinglright} … {\\ldots} ¿ ?\` ¡ !\` § {\\S} ¶ {\\P} © {\\copyright} ® {\\textregistered}
  ™ {\\texttrademark} ° {\\textdegree} € {\\texteuro} £ {\\pounds} ¥ {\\textyen} ¢ {\\textcent} ½ {\\textonehalf} ¼ {\\textonequarter}
  ¾ {\\textthreequarters} ª {\\textordfeminine} º {\\textordmasculine} · {\\textperiodcentered} • {\\textbullet} † {\\dag} ‡ {\\ddag}
  ‰ {\\textperthousand} № {\\textnumero} ¦ {\\textbrokenbar} ¤ {\\textcurrency} ‐ - ‑ - ʹ ' ʼ ' ʻ \` ′ $'$ ″ $''$`);

/** Signs of mathematics and Greek, as plain LaTeX has them without a package. */
const mathCommands = table(`
  × \\times ÷ \\div ± \\pm ∓ \\mp − - ∗ \\ast ⋅ \\cdot ∘ \\circ ≤ \\leq ≥ \\geq ≠ \\neq ≈ \\approx ≡ \\equiv ∼ \\sim ≃ \\simeq ≅ \\cong ∝ \\propto
  ≪ \\ll ≫ \\gg ∞ \\infty ∂ \\partial ∇ \\nabla ∑ \\sum ∏ \\prod ∫ \\int √ \\surd ∈ \\in ∉ \\notin ∋ \\ni ⊂ \\subset ⊃ \\supset ⊆ \\subseteq
  ⊇ \\supseteq ∪ \\cup ∩ \\cap ∅ \\emptyset ∖ \\setminus ∀ \\forall ∃ \\exists ¬ \\neg ∧ \\wedge ∨ \\vee ⊕ \\oplus ⊗ \\otimes ⊥ \\perp ∥ \\parallel
  → \\rightarrow ← \\leftarrow ↔ \\leftrightarrow ⇒ \\Rightarrow ⇐ \\Leftarrow ⇔ \\Leftrightarrow ↦ \\mapsto ↑ \\uparrow ↓ \\downarrow
  ⟨ \\langle ⟩ \\rangle ℓ \\ell ℏ \\hbar ℜ \\Re ℑ \\Im ℵ \\aleph ⊢ \\vdash ⊨ \\models △ \\triangle ⋆ \\star ★ \\star ∣ \\mid ℝ \\mathbb{R}
  ℕ \\mathbb{N} ℤ \\mathbb{Z} ℚ \\mathbb{Q} ℂ \\mathbb{C} µ \\mu Ω \\Omega
  α \\alpha β \\beta γ \\gamma δ \\delta ε \\varepsilon ϵ \\epsilon ζ \\zeta η \\eta θ \\theta ϑ \\vartheta ι \\iota κ \\kappa λ \\lambda μ \\mu
  ν \\nu ξ \\xi ο o π \\pi ϖ \\varpi ρ \\rho ϱ \\varrho σ \\sigma ς \\varsigma τ \\tau υ \\upsilon φ \\varphi ϕ \\phi χ \\chi ψ \\psi ω \\omega
  Α A Β B Γ \\Gamma Δ \\Delta Ε E Ζ Z Η H Θ \\Theta Ι I Κ K Λ \\Lambda Μ M Ν N Ξ \\Xi Ο O Π \\Pi Ρ P Σ \\Sigma Τ T Υ \\Upsilon Φ \\Phi Χ X
  Ψ \\Psi`);

/** `character command character command …`. */
function table(text: string): ReadonlyMap<string, string> {
  const words = text.trim().split(/\s+/);
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < words.length; at += 2) pairs.push([words[at]!, words[at + 1]!]);
  return new Map(pairs);
}

/**
 * A text that is already valid TeX, with what is not ASCII in it written as TeX does: `é` → `{\'e}`, as BibTeX sorts and
 * changes case best. Characters that TeX has no plain way for stay.
 */
export function texEncoded(text: string): string {
  return eachForeign(text, character => signInTex(character) ?? letterInTex(character) ?? character);
}

/** As `texEncoded`, but letters and marks that LaTeX sets as they are stay: only Greek, indices and signs of mathematics are written by commands. */
export function signsEncoded(text: string): string {
  return eachForeign(text, character => signInTex(character) ?? character);
}

/** Inside `$…$` commands stand bare. */
function eachForeign(text: string, write: (character: string) => string): string {
  let encoded = '';
  let inMath = false;
  let escaped = false;
  for (const character of normalized(text, 'NFC')) {
    if (character >= '\u0080') {
      const written = write(character);
      const isMath = written.length > 2 && written.startsWith('$') && written.endsWith('$');
      encoded += inMath && isMath ? `${written.slice(1, -1)} ` : written;
    } else {
      if (character === '$' && !escaped) inMath = !inMath;
      encoded += character;
    }
    escaped = character === '\\' && !escaped;
  }
  return encoded;
}

function signInTex(character: string): string | undefined {
  const sign = mathCommands.get(character);
  if (sign !== undefined) return /^[A-Za-z]$/.test(sign) ? `$\\mathrm{${sign}}$` : `$${sign}$`;
  const plain = character.normalize('NFKC');
  if (plain === character || !/^[0-9+\-−=()ni]$/.test(plain)) return undefined;
  const isLowered = /[\u2080-\u209c]/.test(character);
  if (!isLowered && !/[\u00b2\u00b3\u00b9\u2070-\u207f]/.test(character)) return undefined;
  return isLowered ? `\\textsubscript{${plain}}` : `\\textsuperscript{${plain}}`;
}

function letterInTex(character: string): string | undefined {
  if (character === '\u00a0' || character === '\u202f') return '~';
  const command = textCommands.get(character);
  if (command !== undefined) return command;
  const [base, ...marks] = character.normalize('NFD');
  if (!base || marks.length === 0 || !(base < '\u0080' || base === 'ı')) return undefined;
  let inner = base;
  for (const mark of marks) {
    const accent = accents[mark];
    if (!accent) return undefined;
    inner = /[a-z]/i.test(accent) || inner.length > 1 ? `\\${accent}{${inner}}` : `\\${accent}${inner}`;
  }
  return `{${inner}}`;
}
