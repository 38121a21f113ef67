import type { Plugin, Rollup } from 'vite';

/** The build's files that must be on the device for the phone desk to open without a network. */
export interface OfflineFiles {
  readonly plugin: Plugin;
  /** File names as of the build just made. */
  names(): ReadonlySet<string>;
}

type Chunk = Rollup.OutputChunk;

/** Follows the static imports of the modules that `isRoot` names, their styles included; everything else stays on the server. */
export const offlineFiles = (isRoot: (module: string) => boolean): OfflineFiles => {
  const names = new Set<string>();
  const collect = (bundle: Rollup.OutputBundle, chunk: Chunk): void => {
    if (names.has(chunk.fileName)) return;
    names.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) names.add(style);
    for (const name of chunk.imports) {
      const next = bundle[name];
      if (next?.type === 'chunk') collect(bundle, next);
    }
  };
  return {
    names: () => names,
    plugin: {
      name: 'offline-files',
      enforce: 'post',
      generateBundle(_, bundle) {
        names.clear();
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          if (file.isEntry || (file.facadeModuleId !== null && isRoot(file.facadeModuleId)))
            collect(bundle, file);
        }
      },
    },
  };
};
