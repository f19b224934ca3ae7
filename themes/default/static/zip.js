// All files of an item as one archive, made in the browser: a site that kept it would be twice as large. Fetched by
// files.js when somebody asks for it. Stored, not packed: PDF and office documents are packed already.

const TABLE = Uint32Array.from({ length: 256 }, (_, sum) => {
  for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 && 0xedb88320);
  return sum;
});

export function crc32(bytes) {
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 255];
  return ~sum >>> 0;
}

// The file's day as its host tells it, in the two numbers of DOS; the first day that these know where it does not.
export function dosTime(told) {
  const at = new Date(told);
  if (!(at.getFullYear() >= 1980)) return [0, 0x21];
  return [
    (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1),
    ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate(),
  ];
}

// Names that every system can keep, no two alike: capitals make no difference on Windows.
export function distinct(names) {
  const taken = new Set();
  return names.map((name) => {
    const [, stem, ending] = name.replace(/[<>:"|?*\\/]/g, '-').match(/^(.+?)(\.[^.]*)?$/s);
    let free = stem + (ending ?? '');
    for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${stem} (${copy})${ending ?? ''}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

// Numbers of two or four bytes each, as `lengths` says, the low byte first.
function numbers(lengths, ...values) {
  const view = new DataView(new ArrayBuffer([...lengths].reduce((sum, length) => sum + Number(length), 0)));
  let at = 0;
  values.forEach((value, index) => {
    view[lengths[index] === '4' ? 'setUint32' : 'setUint16'](at, value, true);
    at += Number(lengths[index]);
  });
  return view;
}

const NEEDS = 20; // version 2.0, for folders
const UTF8 = 0x800;
// As from Unix, a file that all may read: of what comes from DOS, unzip takes the names apart though they are UTF-8.
const MADE_BY = 0x0300 | NEEDS;
const FILE = 0o100644 << 16 >>> 0;

// Entries are { name, time, crc, blob }.
function archive(entries) {
  const files = [];
  const index = [];
  let at = 0;
  for (const { name, time, crc, blob } of entries) {
    const path = new TextEncoder().encode(name);
    const facts = numbers('2222244422', NEEDS, UTF8, 0, ...time, crc, blob.size, blob.size, path.length, 0);
    files.push(numbers('4', 0x04034b50), facts, path, blob);
    index.push(numbers('42', 0x02014b50, MADE_BY), facts, numbers('22244', 0, 0, 0, FILE, at), path);
    at += 4 + facts.byteLength + path.length + blob.size;
  }
  const { length } = entries;
  const end = numbers('42222442', 0x06054b50, 0, 0, length, length, new Blob(index).size, at, 0);
  return new Blob([...files, ...index, end], { type: 'application/zip' });
}

// Fetches files ({ url, name, bytes }) one after another, tells each before, and gives the archive of all. One that
// does not come as long as the page says ends it: some hosts answer with a page where a file is missing.
export async function zip(folder, files, tell) {
  const names = distinct(files.map(({ name }) => name));
  const entries = [];
  for (const [at, file] of files.entries()) {
    tell(file, at + 1);
    const answer = await fetch(file.url);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (!answer.ok || bytes.length !== file.bytes) throw new Error(file.url);
    const time = dosTime(answer.headers.get('last-modified'));
    entries.push({ name: `${folder}/${names[at]}`, time, crc: crc32(bytes), blob: new Blob([bytes]) });
  }
  return archive(entries);
}
