// Files can be dropped onto the form, and a bar tells how far they are. Without this script the form works as it is; the server judges either way.
"use strict";

const chosen = (form) => [...form.elements.file.files];

/** Tells which files were chosen, and at once what the server would refuse for its size. */
function tell(form) {
  const list = form.querySelector("[data-chosen]");
  const { mostBytes, mostFiles, tooLarge, tooMany } = form.dataset;
  const files = chosen(form);
  list.replaceChildren(
    ...files.map((file) => {
      const line = document.createElement("li");
      const size = `${Math.max(1, Math.round(file.size / 1024))} KB`;
      line.textContent = `${file.name}（${size}）${file.size > Number(mostBytes) ? ` ${tooLarge}` : ""}`;
      return line;
    }),
  );
  const faulty = files.some((file) => file.size > Number(mostBytes));
  form.elements.file.setCustomValidity(files.length > Number(mostFiles) ? tooMany : faulty ? tooLarge : "");
}

/** Puts the page that the server answered with in the place of this one. */
function show(request) {
  const answer = new DOMParser().parseFromString(request.responseText, "text/html");
  const main = answer.querySelector("main");
  if (!main || !request.responseURL.endsWith("/files")) {
    window.location.assign(request.responseURL || window.location.href);
    return;
  }
  document.querySelector("main").replaceWith(main);
  main.scrollIntoView();
  enhance();
}

function send(form) {
  const request = new XMLHttpRequest();
  const bar = form.querySelector("progress");
  const failed = form.querySelector("[data-upload-failed]");
  const button = form.querySelector("button[type=submit]");
  failed.hidden = true;
  bar.hidden = false;
  bar.value = 0;
  button.disabled = true;
  request.upload.addEventListener("progress", (event) => {
    bar.value = event.lengthComputable ? (100 * event.loaded) / event.total : 0;
  });
  request.addEventListener("load", () => show(request));
  request.addEventListener("error", () => {
    // What was chosen and typed stays where it is.
    bar.hidden = true;
    failed.hidden = false;
    button.disabled = false;
  });
  request.open("POST", form.action);
  request.send(new FormData(form));
}

function enhance() {
  for (const form of document.querySelectorAll("form[data-upload]")) {
    form.querySelector("[data-drop-here]").hidden = false;
    form.elements.file.addEventListener("change", () => tell(form));
    form.addEventListener("dragover", (event) => {
      event.preventDefault();
      form.dataset.held = "";
    });
    form.addEventListener("dragleave", () => {
      delete form.dataset.held;
    });
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      delete form.dataset.held;
      // A second drop adds to the first.
      const all = new DataTransfer();
      [...chosen(form), ...event.dataTransfer.files].forEach((file) => all.items.add(file));
      form.elements.file.files = all.files;
      tell(form);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    });
  }
}

enhance();
