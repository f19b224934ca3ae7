// Runs tests/vectors/search.json against the very scripts the site serves:
//   node search-vectors.mjs <folder of the scripts> <vectors>
// `run` is exported, so that a browser may import it and hand in what it fetched.

export async function run(vectors, scripts) {
  const { normalise } = await import(`${scripts}/normalise.js`);
  const { numberIn, numberInPath } = await import(`${scripts}/numbers.js`);
  const { prepare, search } = await import(`${scripts}/match.js`);
  const { lexicon } = await import(`${scripts}/words.js`);
  const wrong = [];
  let count = 0;
  const expect = (what, input, found, expected) => {
    count += 1;
    if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push({ what, input, found, expected });
  };

  for (const [input, expected] of vectors.normalise) {
    expect('normalise', input, normalise(input), expected);
    expect('normalise twice', input, normalise(normalise(input)), expected);
  }
  for (const { entries, words, queries } of [vectors.search, vectors.meant]) {
    const prepared = entries.map(prepare);
    for (const [query, expected, kind = 'found'] of queries) {
      const result = search(prepared, query, lexicon(words ?? {}));
      expect('search', query, result.found.map(({ entry }) => entry.url), expected);
      if (expected.length) expect('found how', query, result.kind, kind);
      // What may have been meant is marked, and stands after what was found.
      const near = result.found.map(({ isNear }) => Boolean(isNear));
      expect('near ones last', query, near, [...near].sort((a, b) => a - b));
      if (kind === 'loose') expect('marked as near', query, near[0], true);
    }
  }
  const plain = (number) => (number ? JSON.parse(JSON.stringify(number)) : null);
  for (const [input, expected] of vectors.numbers.typed) expect('typed', input, plain(numberIn(input)), expected);
  for (const [input, expected] of vectors.numbers.addresses) expect('address', input, plain(numberInPath(input)), expected);
  return { count, wrong };
}

if (globalThis.process?.argv[1]?.endsWith('search-vectors.mjs')) {
  const { readFileSync } = await import('node:fs');
  const { pathToFileURL } = await import('node:url');
  const [scripts, vectors] = process.argv.slice(2);
  const { count, wrong } = await run(JSON.parse(readFileSync(vectors, 'utf8')), pathToFileURL(scripts).href);
  for (const one of wrong) console.error(JSON.stringify(one));
  console.log(`${count} vectors, ${wrong.length} wrong`);
  process.exitCode = wrong.length ? 1 : 0;
}
