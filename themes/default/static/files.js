// Offers all files that an item's page lists as one ZIP. What makes it, zip.js, is fetched when somebody asks for it.

const MB = 2 ** 20;
// The browser holds all of them until they are saved.
const MOST = 500 * MB;

const item = document.querySelector('[data-zip]');
const folder = item.dataset.zip;
// A file that two documents name is one.
const links = new Map([...item.querySelectorAll('a[data-bytes]')].map((link) => [link.href, link]));
const files = [...links].map(([url, link]) => ({
  url,
  name: link.download || decodeURIComponent(url.split('/').pop()),
  bytes: Number(link.dataset.bytes),
}));
const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
const size = bytes < MB ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MB).toFixed(1)} MB`;

const place = document.createElement('p');
place.className = 'all-files';
document.querySelector('.page-tools').prepend(place);
const said = document.createElement('span');
said.setAttribute('role', 'status');

function save(archive) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(archive);
  link.download = `${folder}.zip`;
  link.click();
  // Some browsers read it only after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

let isBusy = false;
async function download() {
  if (isBusy) return;
  isBusy = true;
  let name = 'ตัวรวมไฟล์';
  try {
    const { zip } = await import('./zip.js');
    save(await zip(folder, files, (file, at) => {
      name = file.name;
      said.textContent = `กำลังรวมไฟล์ ${at} จาก ${files.length}`;
    }));
    said.textContent = `รวมครบ ${files.length} ไฟล์แล้ว`;
  } catch {
    said.textContent = `ดาวน์โหลด ${name} ไม่ได้ จึงยังไม่ได้รวมไฟล์ ลองโหลดหน้านี้ใหม่ หรือเปิดทีละไฟล์`;
  }
  isBusy = false;
}

if (bytes > MOST) {
  place.textContent = `ไฟล์ของข้อนี้รวมกัน ${size} ใหญ่เกินกว่าจะรวมเป็น ZIP ให้ได้ เปิดทีละไฟล์`;
} else {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = `ดาวน์โหลดทุกไฟล์ของข้อนี้ (ZIP, ${files.length} ไฟล์ ${size})`;
  button.addEventListener('click', download);
  place.append(button, ' ', said);
}
