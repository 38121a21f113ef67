import type { DemoFace } from './ports/demo.ts';
import type { ListedService } from './listed-service.ts';

/** A service as its line in the catalogue names it: the definition, and what its folder does on the server. */
export interface ServedService extends ListedService {
  /** What the folder adds to the demo office. */
  readonly demo?: () => Promise<DemoFace>;
}
