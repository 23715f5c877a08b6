// The letter's own document runs no script; this page gives its frame the height of the letter and prints it.
"use strict";

for (const button of document.querySelectorAll("[data-print-frame]")) {
  const frame = document.getElementById(button.dataset.printFrame);
  const fit = () => {
    frame.style.height = `${frame.contentDocument.documentElement.scrollHeight}px`;
  };
  frame.addEventListener("load", fit);
  if (frame.contentDocument?.readyState === "complete") {
    fit();
  }
  window.addEventListener("resize", fit);
  button.addEventListener("click", () => {
    frame.contentWindow.focus();
    frame.contentWindow.print();
  });
  button.hidden = false;
}
