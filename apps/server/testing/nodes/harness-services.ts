import { drawingService } from '../draws/drawing-service.ts';
import { bundle, errand } from '../linked-services.ts';

/** Services of the harnesses' own, in no office. */
export const HARNESS_SERVICES = [drawingService, bundle, errand] as const;
