/** Gives the texts of references by their id in the index, which keeps none itself. */
export interface TextSource {
  title(id: number): string;
  abstract(id: number): string | undefined;
}
