/** `name character name character …` → a table by name. */
function table(text: string): ReadonlyMap<string, string> {
  const words = text.trim().split(/\s+/);
  const result = new Map<string, string>();
  for (let i = 0; i + 1 < words.length; i += 2) result.set(words[i]!, words[i + 1]!);
  return result;
}

/** Accent commands and the combining character each puts on the letter that follows. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['"', '\u0308'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['|', '\u030d'],
  ['u', '\u0306'],
  ['v', '\u030c'],
  ['H', '\u030b'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['d', '\u0323'],
  ['b', '\u0331'],
  ['r', '\u030a'],
  ['h', '\u0309'],
  ['f', '\u0311'],
  ['G', '\u030f'],
  ['U', '\u030e'],
  ['t', '\u0361'],
  ['textogonekcentered', '\u0328'],
  ['newtie', '\u0311'],
  ['textcommabelow', '\u0326'],
]);

/** Accents of mathematics, by the names they have there. */
export const mathAccents: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0305'],
  ['vec', '\u20d7'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['check', '\u030c'],
  ['breve', '\u0306'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['mathring', '\u030a'],
]);

/** What stands alone for an accent without a letter: `\~{}`. */
export const spacingAccents: ReadonlyMap<string, string> = table("` ` ' ' ^ ^ ~ ~ \" \u00a8");

/** Letters and signs of text. */
export const textSymbols: ReadonlyMap<string, string> = new Map([
  ...table(`
    aa å AA Å ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł ss ß SS SS i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ ij ĳ IJ Ĳ
    textdotlessi ı textdotlessj ȷ textschwa ə textsci ɪ textltailn ɲ texteng ŋ textesh ʃ textezh ʒ textglotstop ʔ cyrchar …
    ldots … dots … textellipsis … vdots ⋮ mdots … cdots ⋯ P ¶ S § textsection § textparagraph ¶ pounds £ textsterling £ euro €
    texteuro € textyen ¥ textcent ¢ textdollar $ textdong ₫ textlira ₤ textpeso ₱ textbaht ฿ textcurrency ¤ textwon ₩ textnaira ₦
    copyright © textcopyright © textregistered ® texttrademark ™ textservicemark ℠ textdegree ° degree ° textcelsius ℃
    textmu μ micro µ textohm Ω textmho ℧ textbullet • textperiodcentered · textdagger † dag † textdaggerdbl ‡ ddag ‡
    textordfeminine ª textordmasculine º textonehalf ½ textonequarter ¼ textthreequarters ¾ textonesuperior ¹ texttwosuperior ²
    textthreesuperior ³ textpm ± texttimes × textdiv ÷ textminus − textlnot ¬ textasteriskcentered ∗ textsurd √ textfractionsolidus ⁄
    textnumero № textestimated ℮ textmusicalnote ♪ textreferencemark ※ textpilcrow ¶ textinterrobang ‽ textpertenthousand ‱
    textperthousand ‰ textbrokenbar ¦ textbardbl ‖ textbar | textblank ␢ textbigcircle ○ textopenbullet ◦ textcentoldstyle ¢
    textless < textgreater > textbackslash \\ textasciitilde ~ textasciicircum ^ textasciigrave \` textasciiacute ´ textasciidieresis ¨
    textasciimacron ¯ textasciibreve ˘ textasciicaron ˇ textunderscore _ textbraceleft { textbraceright } textexclamdown ¡ textquestiondown ¿
    textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textquotedbl " textquotesingle '
    lq ‘ rq ’ glq ‚ grq ‘ glqq „ grqq “ flq ‹ frq › flqq « frqq » dq " guillemotleft « guillemotright » guillemetleft « guillemetright »
    guilsinglleft ‹ guilsinglright › quotedblbase „ quotesinglbase ‚ quotedbl "
    textleftarrow ← textrightarrow → textuparrow ↑ textdownarrow ↓ textvisiblespace ␣ textcompwordmark \u200c
    TeX TeX LaTeX LaTeX LaTeXe LaTeX2e BibTeX BibTeX XeTeX XeTeX LuaTeX LuaTeX ConTeXt ConTeXt eTeX eTeX AmS AMS
    hyp - hyphen - adddot . slash / nobreakdash - faCheck ✓ aar å`),
  ['nobreakspace', '\u00a0'],
  ['quad', ' '],
  ['qquad', ' '],
  ['space', ' '],
  ['addspace', ' '],
  ['addabbrvspace', ' '],
  ['adddotspace', '. '],
  ['enspace', ' '],
  ['thinspace', '\u2006'],
  ['newline', ' '],
  ['linebreak', ' '],
  ['break', ' '],
  ['par', '\n\n'],
]);

/** Signs of mathematics; those of TeX's own fonts and of amssymb that titles and abstracts have. */
export const mathSymbols: ReadonlyMap<string, string> = new Map([
  ...table(`
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν
    xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    infty ∞ partial ∂ nabla ∇ hbar ℏ hslash ℏ ell ℓ Re ℜ Im ℑ aleph ℵ beth ℶ wp ℘ imath ı jmath ȷ emptyset ∅ varnothing ∅ complement ∁
    forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ triangle △ square □ Box □ Diamond ◇ blacksquare ■ bigstar ★ prime ′ backprime ‵
    pm ± mp ∓ times × div ÷ cdot · ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓
    sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ wr ≀ amalg ⨿ dagger † ddagger ‡ ltimes ⋉ rtimes ⋊ bowtie ⋈ boxtimes ⊠ boxplus ⊞
    leq ≤ le ≤ leqslant ⩽ geq ≥ ge ≥ geqslant ⩾ neq ≠ ne ≠ equiv ≡ approx ≈ approxeq ≊ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ prec ≺ succ ≻
    preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ ni ∋ notin ∉ vdash ⊢
    dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ perp ⊥ parallel ∥ nparallel ∦ mid ∣ nmid ∤ asymp ≍ doteq ≐ triangleq ≜ lesssim ≲ gtrsim ≳ coloneqq ≔
    leftarrow ← gets ← rightarrow → to → leftrightarrow ↔ Leftarrow ⇐ Rightarrow ⇒ implies ⟹ Leftrightarrow ⇔ iff ⟺ mapsto ↦ longmapsto ⟼
    longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ hookrightarrow ↪
    hookleftarrow ↩ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightleftharpoons ⇌ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠
    rightarrowtail ↣ rightrightarrows ⇉ leftrightarrows ⇆ upharpoonright ↾ restriction ↾
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigsqcup ⨆ surd √
    langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ] lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖
    colon : dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ therefore ∴ because ∵ checkmark ✓ degree ° flat ♭ sharp ♯ natural ♮
    heartsuit ♡ spadesuit ♠ clubsuit ♣ diamondsuit ♢ backslash \\ And & ohm Ω odash ⊝ lightning ↯ sun ☉ astrosun ☉ earth ⊕
    mathsterling £ yen ¥ circledR ® maltese ✠ mho ℧ eth ð Bbbk 𝕜 gimel ℷ daleth ℸ lozenge ◊ blacklozenge ⧫ measuredangle ∡ textasteriskcentered ∗
    lt < gt > lbrack [ rbrack ] owns ∋ bigcirc ◯ diamond ⋄ triangleleft ◁ triangleright ▷ unlhd ⊴ unrhd ⊵ lhd ⊲ rhd ⊳`),
  ['quad', ' '],
  ['qquad', ' '],
  ['|', '‖'],
  ['{', '{'],
  ['}', '}'],
  ['%', '%'],
  ['&', '&'],
  ['#', '#'],
  ['$', '$'],
  ['_', '_'],
  [' ', ' '],
  ['-', ''],
]);

const blackboard = table(
  'C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ A 𝔸 B 𝔹 D 𝔻 E 𝔼 F 𝔽 G 𝔾 I 𝕀 J 𝕁 K 𝕂 L 𝕃 M 𝕄 O 𝕆 S 𝕊 T 𝕋 U 𝕌 V 𝕍 W 𝕎 X 𝕏 Y 𝕐 1 𝟙 k 𝕜',
);

/** `R` → `ℝ`, where there is such a letter. */
export function blackboardBold(text: string): string {
  return [...text].map(letter => blackboard.get(letter) ?? letter).join('');
}
