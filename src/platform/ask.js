// Brings the program for a request to be contacted, when somebody asks for one. If it cannot
// be had, the place of the request says so; the numbers to call stand below it.

let coming;
let tries = 0;

async function bring() {
  try {
    coming ??= import(`/request.js?${tries++}`).then((program) => program.default({ module_or_path: "/request_bg.wasm" }));
    await coming;
  } catch {
    coming = undefined;
    const place = document.querySelector("#request");
    if (!place) return;
    place.querySelector("[role=status]").textContent = place.dataset.lost;
    place.querySelector("[data-again]").hidden = false;
  }
}

addEventListener("wijkdeur-request", bring);
bring();
