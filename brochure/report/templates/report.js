
"use strict";
const form = document.getElementById("filters");
const findings = [...document.querySelectorAll(".finding")];
const groups = [...document.querySelectorAll(".check")];

function isWanted(finding, wanted) {
  return wanted.severities.has(finding.dataset.severity)
    && (!wanted.check || finding.closest(".check").dataset.check === wanted.check)
    && (!wanted.page || finding.dataset.page === wanted.page)
    && (!wanted.state || finding.dataset.state === wanted.state)
    && (!wanted.text || finding.textContent.toLowerCase().includes(wanted.text));
}

function filter() {
  const chosen = new FormData(form);
  const wanted = {
    severities: new Set(chosen.getAll("severity")),
    check: chosen.get("check"),
    page: chosen.get("page"),
    state: chosen.get("state"),
    text: chosen.get("text").trim().toLowerCase(),
  };
  let count = 0;
  for (const finding of findings) {
    finding.hidden = !isWanted(finding, wanted);
    count += finding.hidden ? 0 : 1;
    document.getElementById(finding.id.replace("f", "m"))?.toggleAttribute("hidden", finding.hidden);
  }
  for (const group of groups) group.hidden = !group.querySelector(".finding:not([hidden])");
  const words = form.elements.shown.dataset.words;
  form.elements.shown.value = words.replace("#", count).replace("#", findings.length);
}

function offer(select, values) {
  const order = new Intl.Collator(undefined, { numeric: true }).compare;
  for (const value of [...new Set(values)].filter(Boolean).sort(order)) select.add(new Option(value));
  select.closest("label").hidden = select.options.length < 2;
}

function show() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let around = target; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
  if (target.hidden || target.hasAttribute("hidden")) form.reset();
  if (target.matches(".finding")) target.tabIndex = -1;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

if (form) {
  offer(form.elements.check, groups.map((group) => group.dataset.check));
  offer(form.elements.page, findings.map((finding) => finding.dataset.page));
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => requestAnimationFrame(filter));
  filter();
}
addEventListener("hashchange", show);
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((item) => { item.open = true; }));
show();
