"use strict";
(() => {
  const find = document.getElementById("find");
  const outcome = document.getElementById("outcome");
  const shown = document.getElementById("shown");
  const rows = [...document.querySelectorAll("tr.row")];
  const apply = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const keep =
        (!outcome.value || row.dataset.outcome === outcome.value) &&
        words.every((word) => text.includes(word));
      row.hidden = !keep;
      count += keep ? 1 : 0;
    }
    for (const body of document.querySelectorAll("table.requirements tbody")) {
      body.hidden = !body.querySelector("tr.row:not([hidden])");
    }
    shown.textContent = count === rows.length ? "" : count + " of " + rows.length + " shown";
  };
  find.addEventListener("input", apply);
  outcome.addEventListener("change", apply);
  document.getElementById("filter").hidden = false;

  // A link may lead into something folded.
  const unfold = () => {
    const target = document.getElementById(location.hash.slice(1));
    const row = target && target.closest("tr.row");
    if (row && row.hidden) {
      find.value = "";
      outcome.value = "";
      apply();
    }
    const folded = target && target.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", unfold);
  if (location.hash) {
    unfold();
  }
})();
