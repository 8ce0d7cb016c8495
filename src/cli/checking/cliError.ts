/** What keeps a command from running, said for the one who called it. */
export class CliError extends Error {}
