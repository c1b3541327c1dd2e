import { AuditorService, SchedulerService } from '@backstage/backend-plugin-api';
import type { Stores } from '../database/stores';
import type { Guard } from './guard';

/** What routes work with. */
export interface RouteContext {
  stores: Stores;
  guard: Guard;
  auditor: AuditorService;
  scheduler: SchedulerService;
  now(): Date;
}
