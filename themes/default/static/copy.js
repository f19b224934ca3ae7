// Adds a "คัดลอก" button before everything that has data-copy. The page is complete without it.

// Browsers give the clipboard to https pages only; many agencies still publish over http.
async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("copy");
}

const spoken = document.createElement("p");
spoken.className = "unseen";
spoken.setAttribute("role", "status");
document.querySelector("main").append(spoken);

for (const source of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  const word = document.createTextNode("คัดลอก");
  const what = document.createElement("span");
  what.className = "unseen";
  what.textContent = ` ${source.dataset.copy}`;
  button.append(word, what);
  button.addEventListener("click", async () => {
    const links = [...source.querySelectorAll("a")].map((link) => link.textContent);
    let said = "คัดลอกแล้ว";
    try {
      await copy(source.value ?? links.join("\n"));
      button.focus();
    } catch {
      said = "คัดลอกไม่ได้";
    }
    word.data = said;
    spoken.textContent = `${said} ${source.dataset.copy}`;
    setTimeout(() => (word.data = "คัดลอก"), 2000);
  });
  source.before(button);
}
