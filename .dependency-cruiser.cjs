/**
 * Directions of import; src/README.md explains them. A folder may import model/, text/, assert.ts, itself and what
 * .import-directions.json says. A room, a folder in a folder, may import of that folder only itself and what is said for it.
 */

const MAY_IMPORT = require('./.import-directions.json');

const folderRules = Object.entries(MAY_IMPORT).map(([folder, others]) => {
  const house = folder.includes('/') ? `${folder.split('/')[0]}/` : '';
  const open = house === '' ? ['assert', 'model/', 'text/'] : [];
  return {
    name: `${folder.replace('/', '-')}-imports-down-only`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: `^src/${house}`, pathNot: [...open, `${folder}/`, ...others].map((path) => `^src/${path}`) },
  };
});

module.exports = {
  forbidden: [
    ...folderRules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'koffi-in-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/kernel/libc[.]ts$' },
      to: { path: 'koffi' },
    },
    {
      name: 'main-is-a-leaf',
      severity: 'error',
      from: { pathNot: '^src/main[.]ts$' },
      to: { path: '^src/main[.]ts$' },
    },
    { name: 'product-never-imports-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['[.]d[.]ts$'] },
      to: {},
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
