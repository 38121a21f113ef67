import type { Role } from './access.ts';
import type { Service } from './service.ts';

/** The role that files a service for its organisation: the unit's clerk unless the service names another. */
export const filerRole = (service: Pick<Service, 'filedBy'>): Role => service.filedBy ?? 'filer';
