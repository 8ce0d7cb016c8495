import * as vscode from 'vscode';

/** What `vscode.lm` has since 1.101, typed here so that the extension runs in older ones, which have no such servers. */
interface McpServers {
  registerMcpServerDefinitionProvider?(
    id: string,
    provider: { provideMcpServerDefinitions(): readonly object[] },
  ): vscode.Disposable;
}

interface McpDefinitions {
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
    version: string,
  ) => object;
}

/** As package.json declares it. */
const providerId = 'literature.mcp';

/**
 * Offers agents that speak the Model Context Protocol the bibliographies of this workspace, from a process of its own that VS Code starts
 * with its own Node when an agent wants it. It reads only; what cites in the editor is a tool of the editor.
 */
export function registerMcpServer({
  extensionPath,
  packageJSON,
}: vscode.Extension<unknown>): vscode.Disposable {
  const { registerMcpServerDefinitionProvider: register } = vscode.lm as McpServers;
  const { McpStdioServerDefinition: Definition } = vscode as unknown as McpDefinitions;
  // Browsers start no processes.
  const node = typeof process === 'undefined' ? undefined : process.execPath;
  if (!register || !Definition || !node) return new vscode.Disposable(() => {});
  return register(providerId, {
    provideMcpServerDefinitions: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map(
          ({ uri, name }) =>
            new Definition(
              `Literature (${name})`,
              node,
              [vscode.Uri.joinPath(vscode.Uri.file(extensionPath), 'dist/mcp.js').fsPath, uri.fsPath],
              { ELECTRON_RUN_AS_NODE: '1', LITERATURE_ROOT: extensionPath },
              String(packageJSON.version),
            ),
        ),
  });
}
