/** The look of what citations say, besides that of abstract pages. */
export const evidenceStyle = `
main { max-width: 70rem; }
h1 { font-size: 1.5em; }
h3 { margin: 1rem 0 .2rem; font-size: 1em; font-weight: 600; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 0 2rem; }
.beside h2 { margin: 1rem 0 .2rem; font-size: 1.1em; overflow-wrap: anywhere; }
.report h2 { margin-top: .2rem; }
blockquote { margin: .3rem 0 .6rem; padding: .2rem 0 .2rem .9rem; border-left: 3px solid var(--vscode-textBlockQuote-border, var(--vscode-panel-border)); }
.near blockquote { border-left-color: var(--vscode-testing-iconPassed, var(--vscode-textLink-foreground)); }
.verdict, .place { margin: .2rem 0; color: var(--vscode-descriptionForeground); }
.none .verdict, .unknown .verdict { color: var(--vscode-editorWarning-foreground); }
.links { margin: .2rem 0 1rem; }
.links a { margin-right: 1.2rem; }
ul.better { padding: 0; list-style: none; }
ol.report { padding-left: 2rem; }
ol.report > li { padding: .4rem 0 .8rem; border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
`;
