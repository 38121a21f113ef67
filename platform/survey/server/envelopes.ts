import { randomUUID } from 'node:crypto';
import { type App, openJson, type SealContext, sealJson } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { Json } from '@zhitongche/base';
import type { Channel, SurveyAnswer } from '@zhitongche/survey';

/** An answer as it lies in its envelope. */
export interface Enclosed {
  readonly channel: Channel;
  readonly answer: SurveyAnswer;
}

/** Where an envelope is sealed. */
export const envelopePlace = (office: string, survey: string, id: string): SealContext => [
  'survey_envelope',
  office,
  survey,
  id,
];

/** Puts an answer into an envelope, in the transaction that says its code was used. */
export async function enclose(
  app: App,
  query: Query,
  office: string,
  survey: string,
  day: string,
  enclosed: Enclosed,
): Promise<void> {
  const id = randomUUID();
  await query('insert into survey_envelope (office, survey, id, day, sealed) values ($1, $2, $3, $4, $5)', [
    office,
    survey,
    id,
    day,
    sealJson(enclosed as unknown as Json, app.keys, envelopePlace(office, survey, id)),
  ]);
}

/** What an envelope holds. @throws SealBroken. */
export const openEnvelope = (
  app: App,
  office: string,
  survey: string,
  { id, sealed }: { readonly id: string; readonly sealed: string },
): Enclosed => openJson(sealed, app.keys, envelopePlace(office, survey, id)) as unknown as Enclosed;
