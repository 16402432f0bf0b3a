/** La mise en page a échoué pour une raison qui n’est pas dans les données. */
export class MiseEnPageImpossible extends Error {
  override readonly name = 'MiseEnPageImpossible';
  /** Le détail technique, pour le journal. */
  readonly detail: string | null;

  constructor(message: string, detail: string | null = null) {
    super(message);
    this.detail = detail;
  }
}
