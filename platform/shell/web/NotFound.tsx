import { Empty, LinkButton } from '@zhitongche/ui';

/** An address that leads nowhere. */
export const NotFound = () => (
  <main className="page-state">
    <Empty heading="h1" icon="search" title="没有找到这个页面" text="地址可能写错了，或者内容已经移走。">
      <LinkButton to="/" variant="primary">
        回到首页
      </LinkButton>
    </Empty>
  </main>
);
