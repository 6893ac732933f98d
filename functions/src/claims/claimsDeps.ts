/** What a use case needs that changes somebody's claims: types alone. */
import type { Projection, ProjectOptions } from './projection.ts';

export interface ClaimsDeps {
  projectClaims(uid: string, options: ProjectOptions): Promise<Projection>;
}
