import { useQuery } from '@tanstack/react-query';
import { useRead } from '@zhitongche/contract/web';
import { serviceQuery } from '@zhitongche/form/web';
import { FilterPick } from './FilterPick.tsx';
import { type InboxSearch, withFilterSet } from './inbox-search.ts';
import type { Unit } from './units-seen.ts';

/** Which service, at which of its steps, from which unit: the filters that say where a case belongs. */
export const PlacePicks = ({
  search,
  units,
  onChange,
  wide = false,
}: {
  readonly search: InboxSearch;
  /** Units to offer. */
  readonly units: readonly Unit[];
  readonly onChange: (search: InboxSearch) => void;
  readonly wide?: boolean;
}) => {
  const { service = '', step = '', unit = '' } = search;
  const services = useRead('services', {}, { staleTime: 10 * 60_000 });
  const set = (key: keyof InboxSearch, value: string): void => onChange(withFilterSet(search, key, value));
  // Chosen before its name is known, as when an address is opened whose list is empty.
  const unknown = unit !== '' && units.every((one) => one.id !== unit);
  return (
    <>
      <FilterPick
        label={wide ? '事项' : '按事项筛选'}
        none="全部事项"
        value={service}
        options={(services.data ?? []).map((s) => [s.code, s.name])}
        onPick={(v) => set('service', v)}
        wide={wide}
      />
      {service === '' ? null : (
        <StepPick service={service} step={step} onPick={(v) => set('step', v)} wide={wide} />
      )}
      {units.length > 1 || unit !== '' ? (
        <FilterPick
          label={wide ? '单位' : '按单位筛选'}
          none="全部单位"
          value={unit}
          options={[
            ...units.map((one) => [one.id, one.name] as const),
            ...(unknown ? [[unit, '所选单位'] as const] : []),
          ]}
          onPick={(v) => set('unit', v)}
          wide={wide}
        />
      ) : null}
    </>
  );
};

/** The steps of the chosen service's flow, in the order they are written down. */
const StepPick = ({
  service,
  step,
  onPick,
  wide,
}: {
  readonly service: string;
  readonly step: string;
  readonly onPick: (step: string) => void;
  readonly wide: boolean;
}) => {
  const { data } = useQuery(serviceQuery(service));
  const steps = Object.entries(data?.flow.steps ?? {}).flatMap(([key, { kind, title }]) =>
    kind === 'end' ? [] : [[key, title] as const],
  );
  // A step of an earlier version of the flow, or one whose flow is still loading.
  const unknown = step !== '' && steps.every(([key]) => key !== step);
  return (
    <FilterPick
      label={wide ? '环节' : '按环节筛选'}
      none="全部环节"
      value={step}
      options={unknown ? [...steps, [step, '所选环节']] : steps}
      onPick={onPick}
      wide={wide}
    />
  );
};
