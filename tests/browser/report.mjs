// What went wrong, gathered by fault and said at the end, so that one run shows all of it.
const failures = new Map();
let checks = 0;

/** Notes a fault. `what` is the same sentence wherever the fault is; `where` is page, width, element. */
export function fail(where, what) {
  if (!failures.has(what)) failures.set(what, new Set());
  failures.get(what).add(where.replaceAll(/\s+/g, " "));
}

/** Counts a check that `fail` may follow. */
export function counted() {
  checks += 1;
}

/** Notes a fault unless something holds. */
export function check(holds, where, what) {
  counted();
  if (!holds) fail(where, what);
}

/** Runs a part of a script; what it throws is a fault like any other. */
export async function attempt(where, part) {
  counted();
  try {
    await part();
  } catch (error) {
    const colours = /\u001b\[\d+m/g;
    const lines = error.message.replaceAll(colours, "").split("\n").map((line) => line.trim());
    fail(where, lines.filter((line) => !/^=*( logs =*)?$/.test(line)).slice(0, 3).join(" "));
  }
}

/** The start of an element as it is written, to find it by. */
export function excerpt(html) {
  return html.length > 160 ? `${html.slice(0, 160)}…` : html;
}

/** Prints the faults and sets the exit code. A run that checked nothing is a fault too. */
export function finish(summary) {
  if (checks === 0) fail("the script", "nothing was checked");
  for (const [what, where] of failures) {
    console.log(`✗ ${what}`);
    for (const place of [...where].slice(0, 6)) console.log(`    at ${place}`);
    if (where.size > 6) console.log(`    and ${where.size - 6} more`);
  }
  console.log(`${summary}: ${checks} checks, ${failures.size} faults`);
  process.exitCode = failures.size === 0 ? 0 : 1;
}
