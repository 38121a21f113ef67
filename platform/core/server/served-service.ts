import type { FilingRule } from '@zhitongche/case';
import type { Settle, SpecimenBook } from './app.ts';
import type { DemoFace } from './ports/demo.ts';
import type { ListedService } from './listed-service.ts';

/** A service as its line in the catalogue names it: the definition, and what its folder does on the server. */
export interface ServedService extends ListedService {
  /** What the service's effects settle beyond the case, by the keys it names under `settles`. */
  readonly settling?: Readonly<Record<string, Settle>>;
  /** What it asks of whoever files any other service. */
  readonly filing?: FilingRule;
  /** Seals and signatures it keeps on file, which signed scans of any service are held against. */
  readonly specimens?: SpecimenBook;
  /** What the folder adds to the demo office. */
  readonly demo?: () => Promise<DemoFace>;
}

/** A key a folder names among what its effects settle and does not settle is a bug and throws. */
export function demandSettled(services: readonly ServedService[]): void {
  for (const { code, settles = [], settling = {} } of services)
    for (const key of settles)
      if (!Object.hasOwn(settling, key)) throw new Error(`Nobody settles ${code}/${key}`);
}
