import { IconButton, LinkButton } from '@zhitongche/ui';
import { CaseFrame } from '../case/CaseFrame.tsx';
import { CaseHead } from './CaseHead.tsx';
import { StackedCase } from './StackedCase.tsx';

/** A case read beside the inbox. */
export const CaseBeside = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => (
  <section className="case-beside" aria-label="选中的办件">
    <CaseFrame id={id} shell="desk">
      {(parts) => (
        <StackedCase
          {...parts}
          head={
            <CaseHead view={parts.view} back={false}>
              <LinkButton
                to="/desk/cases/$case"
                params={{ case: id }}
                variant="quiet"
                size="small"
                icon="external"
              >
                整页打开
              </LinkButton>
              <IconButton icon="close" label="收起（Esc）" onPress={onClose} />
            </CaseHead>
          }
        />
      )}
    </CaseFrame>
  </section>
);
