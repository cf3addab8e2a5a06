/** One row of the catalogue. */

export interface CatalogueEntry {
  readonly severity: 'error' | 'warning';
  /** One line: what is wrong, without a value. */
  readonly summary: string;
  /** What to do, as one or two sentences to the operator. */
  readonly advice: string;
  /** A paragraph or two for `explain`: why it matters, where the rule comes from, an example. */
  readonly explanation: string;
}
