import { useRead } from '@zhitongche/contract/web';
import { Async, Empty, PageHeader } from '@zhitongche/ui';
import { KeptRegisters } from './KeptRegisters.tsx';

/** Registers a unit's clerk may read. */
export const HallRegistersPage = () => {
  const registers = useRead('keptRegisters', {});
  return (
    <div className="stack">
      <PageHeader title="台账" intro="您可以查看的登记。" />
      <Async query={registers}>
        {(data) =>
          data.length === 0 ? (
            <Empty icon="table" title="没有可以查看的台账" />
          ) : (
            <KeptRegisters registers={data} />
          )
        }
      </Async>
    </div>
  );
};
