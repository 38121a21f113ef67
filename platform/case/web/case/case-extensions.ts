import type { Form } from '@zhitongche/form';
import type { ComponentType } from 'react';

/** What the pages of a case show and do beyond what its definition says, for one service. */
export interface CaseExtension {
  /** Stands beside the answers. */
  readonly Panel?: ComponentType<{ readonly id: string }>;
  /** Address of the page on which an act with this form is taken instead of in the dialog; null = in the dialog. */
  readonly actPage?: (form: Form, id: string) => string | null;
}

const extensions = new Map<string, CaseExtension>();

/** Registers what a service adds to the pages of its cases; twice for one service is a bug and throws. */
export const extendCases = (service: string, extension: CaseExtension): void => {
  if (extensions.has(service)) throw new Error(`The pages of ${service} are extended twice`);
  extensions.set(service, extension);
};

/** What a service adds to the pages of its cases; nothing for most. */
export const caseExtension = (service: string): CaseExtension => extensions.get(service) ?? {};
