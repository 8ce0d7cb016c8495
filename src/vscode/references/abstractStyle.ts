/** The look of an abstract page: the theme's own colours and fonts, so that light, dark and high contrast follow by themselves. */
export const abstractStyle = `
body { padding: 0 1.5rem 3rem; color: var(--vscode-editor-foreground); font: var(--vscode-font-size)/1.6 var(--vscode-font-family); }
main { max-width: 46rem; margin: 0 auto; }
h1 { margin: 2rem 0 .4rem; font-size: 1.8em; line-height: 1.25; font-weight: 600; }
h2 { margin: 2rem 0 .4rem; font-size: 1.2em; font-weight: 600; }
.byline { margin: 0; font-size: 1.1em; color: var(--vscode-descriptionForeground); }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
a:focus-visible, pre:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
nav.actions { margin: 1.2rem 0; }
nav.actions ul { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0; padding: 0; list-style: none; }
nav.actions a { display: block; padding: .25rem .8rem; border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px; background: var(--vscode-button-secondaryBackground); color: var(--vscode-button-secondaryForeground); }
nav.actions li:first-child a { background: var(--vscode-button-background); color: var(--vscode-button-foreground); }
nav.actions a:hover { text-decoration: none; background: var(--vscode-button-secondaryHoverBackground); }
nav.actions li:first-child a:hover { background: var(--vscode-button-hoverBackground); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.2rem; margin: 1rem 0; }
dt { color: var(--vscode-descriptionForeground); }
dd { margin: 0; overflow-wrap: anywhere; }
.abstract p { margin: .4rem 0; }
.missing { color: var(--vscode-descriptionForeground); font-style: italic; }
.topics ul { display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; list-style: none; }
.topics li { padding: 0 .6rem; border-radius: 1rem; border: 1px solid var(--vscode-contrastBorder, transparent); background: var(--vscode-badge-background); color: var(--vscode-badge-foreground); }
.related ul { padding-left: 1.2rem; }
code, pre { font-family: var(--vscode-editor-font-family); font-size: .95em; }
code { overflow-wrap: anywhere; }
pre { padding: .8rem 1rem; overflow-x: auto; border: 1px solid var(--vscode-contrastBorder, transparent); background: var(--vscode-textCodeBlock-background); }
pre code { overflow-wrap: normal; }
`;
