import { accountEndpoints } from './account.ts';
import { adminEndpoints } from './admin.ts';
import { appointmentEndpoints } from './appointments.ts';
import { budgetEndpoints } from './budget.ts';
import { executionEndpoints } from './execution.ts';
import { preparationEndpoints } from './budget-preparation.ts';
import { calendarEndpoints } from './calendar.ts';
import { channelEndpoints } from './channels.ts';
import { webhookEndpoints } from './webhooks.ts';
import { caseEndpoints } from './cases.ts';
import { fileEndpoints } from './files.ts';
import { indicatorEndpoints } from './indicators.ts';
import { inboxEndpoints } from './inbox.ts';
import { keptFileEndpoints } from './kept-files.ts';
import { dutyEndpoints } from './duties.ts';
import { keptEndpoints } from './kept.ts';
import { measureEndpoints } from './measures.ts';
import { moneyEndpoints } from './money.ts';
import { registerEndpoints } from './registers.ts';
import { surveyEndpoints } from './surveys.ts';
import { catalogueEndpoints } from './catalogue.ts';
import { publicEndpoints } from './public.ts';
import { counterEndpoints } from './counter.ts';
import { visitEndpoints } from './visits.ts';

/** Every promise of the HTTP door by name; the server's handler table is total over it. */
export const API = {
  ...publicEndpoints,
  ...accountEndpoints,
  ...catalogueEndpoints,
  ...caseEndpoints,
  ...inboxEndpoints,
  ...fileEndpoints,
  ...registerEndpoints,
  ...keptEndpoints,
  ...keptFileEndpoints,
  ...dutyEndpoints,
  ...measureEndpoints,
  ...moneyEndpoints,
  ...surveyEndpoints,
  ...calendarEndpoints,
  ...adminEndpoints,
  ...channelEndpoints,
  ...webhookEndpoints,
  ...budgetEndpoints,
  ...executionEndpoints,
  ...indicatorEndpoints,
  ...preparationEndpoints,
  ...visitEndpoints,
  ...counterEndpoints,
  ...appointmentEndpoints,
};

/** Name of an endpoint. */
export type EndpointName = keyof typeof API;
