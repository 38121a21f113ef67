/** Where a case is looked at: in the hall by whoever files it, at the desk by whoever works on it. */
export type CaseShell = 'hall' | 'desk';
