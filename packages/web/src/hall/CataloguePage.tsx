import { PageHeader } from '../ui/PageHeader.tsx';

/** What can be applied for. */
export const CataloguePage = () => <PageHeader title="办事" />;
