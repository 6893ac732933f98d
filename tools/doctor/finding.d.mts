export interface Finding {
  state: 'fine' | 'note' | 'wrong';
  what: string;
  /** What to do about it. */
  advice?: string;
}

export function sayFinding(finding: Finding): string;
