/** What every request works on. */
import type { Verifier } from './signing/signers.ts';
import type { UploadServices } from './uploads/uploadSessions.ts';

export type Services = UploadServices & Verifier;
