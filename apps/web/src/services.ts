import { provideServices } from '@zhitongche/form/web';

/** Every service of the catalogue in a chunk of its own, loaded when one of its cases is opened. */
export const provideCatalogue = (): void =>
  provideServices(
    import.meta.glob('../../../catalogue/*/*/index.ts'),
    import.meta.glob('../../../catalogue/*/*/filing.ts'),
  );
