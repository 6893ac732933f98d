/** Firebase Auth has not taken the claims. */
export class ClaimsFailure extends Error {
  override readonly name = 'ClaimsFailure';
  /** The membershipsVersion that was to be written. */
  readonly version: number;
  /** Trying again would not help: the account is gone, or Firebase refuses such claims. */
  readonly permanent: boolean;

  constructor(message: string, options: { version: number; permanent: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.version = options.version;
    this.permanent = options.permanent;
  }
}
