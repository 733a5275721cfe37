/* Small helps for those whose browser runs scripts. Nothing on the site needs them. */
(() => {
  "use strict";

  // Menus close on Escape and when one looks elsewhere.
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.drop[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = event.target.closest && event.target.closest("details.drop[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });

  // A form's summary of faults is read out first.
  const faults = document.querySelector(".faults");
  if (faults) faults.focus();

  // The picker searches while one types, and proposes codes for what was written.
  const later = (work, wait) => { let timer; return (...given) => { clearTimeout(timer); timer = setTimeout(() => work(...given), wait); }; };
  const fetchInto = async (place, url, keep) => {
    const answer = await fetch(url, { headers: { "X-Requested-With": "fetch" } });
    if (!answer.ok) return;
    place.innerHTML = await answer.text();
    const taken = new Set([...keep.querySelectorAll("input:checked")].map((box) => box.value));
    place.querySelectorAll("label.pick").forEach((row) => { if (taken.has(row.querySelector("input").value)) row.remove(); });
  };
  document.querySelectorAll("[data-picker]").forEach((picker) => {
    const { find, suggest, name } = picker.dataset;
    const box = picker.querySelector("[data-query]");
    const found = picker.querySelector("[data-found]");
    const offered = picker.querySelector("[data-suggested]");
    const chosen = picker.querySelector("[data-chosen]");
    box.addEventListener("input", later(() => {
      if (box.value.trim().length < 2) { found.innerHTML = ""; return; }
      fetchInto(found, `${find}?name=${name}&q=${encodeURIComponent(box.value)}`, picker);
    }, 250));
    box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    [found, offered].forEach((place) => place.addEventListener("change", (event) => {
      if (event.target.checked) chosen.append(event.target.closest("label"));
    }));
    const texts = picker.closest("form").querySelectorAll("[data-codes-from]");
    const propose = later(() => {
      const text = [...texts].map((field) => field.value).join(" ").trim();
      if (text.length > 8) fetchInto(offered, `${suggest}?name=${name}&text=${encodeURIComponent(text.slice(0, 1500))}`, picker);
    }, 600);
    texts.forEach((field) => field.addEventListener("input", propose));
  });

  // A long list of boxes gets a search and chips of what is ticked.
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  document.querySelectorAll("[data-options]").forEach((options) => {
    const [find, chips, none] = ["filter", "chosen", "none"].map((name) => options.querySelector(`[data-${name}]`));
    const rows = [...options.querySelectorAll(".list label")].map((row) => ({ row, box: row.querySelector("input"), word: row.textContent.trim() }));
    const draw = () => {
      const ticked = rows.filter(({ box }) => box.checked);
      chips.hidden = !ticked.length;
      chips.replaceChildren(...ticked.map(({ box, word }) => {
        const chip = Object.assign(document.createElement("button"), { type: "button", textContent: word, ariaLabel: `${options.dataset.remove}: ${word}` });
        chip.addEventListener("click", () => { box.checked = false; box.dispatchEvent(new Event("input", { bubbles: true })); draw(); (chips.querySelector("button") || find).focus(); });
        const item = document.createElement("li");
        item.append(chip);
        return item;
      }));
    };
    const sift = () => {
      const wanted = bare(find.value.trim());
      let left = 0;
      rows.forEach(({ row, word }) => { row.hidden = !bare(word).includes(wanted); left += row.hidden ? 0 : 1; });
      none.hidden = left > 0;
    };
    find.hidden = false;
    find.addEventListener("input", (event) => { event.stopPropagation(); sift(); });
    find.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const shown = rows.filter(({ row }) => !row.hidden);
      if (find.value.trim() && shown.length) { shown[0].box.checked = true; find.value = ""; sift(); draw(); }
    });
    options.addEventListener("change", draw);
    draw();
  });

  // What counts how much: the list orders itself anew while one slides.
  document.querySelectorAll("form[data-weigh]").forEach((form) => {
    const part = (page, name) => page.querySelector(`[data-${name}]`);
    let last = 0;
    form.addEventListener("input", later(async () => {
      const mine = (last += 1);
      const url = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
      const answer = await fetch(url, { headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== last) return;
      part(document, "ranked").replaceChildren(...part(page, "ranked").childNodes);
      form.querySelectorAll("output").forEach((output) => { output.textContent = page.querySelector(`output[for="${output.htmlFor}"]`).textContent; });
      const keep = part(document, "keep");
      if (keep) keep.replaceChildren(...part(page, "keep").childNodes);
      history.replaceState(null, "", url);
    }, 200));
    part(form, "order").hidden = true;
  });

  // Who may be on record already is shown while one types a name.
  document.querySelectorAll("form[data-alike]").forEach((form) => {
    const place = form.querySelector("[data-likely]");
    form.addEventListener("input", later(async (event) => {
      if (!["name", "country", "town", "website"].includes(event.target.name)) return;
      const said = new URLSearchParams(["name", "country", "town", "website"].map((name) => [name, form.elements[name].value]));
      const answer = await fetch(`${form.dataset.alike}?${said}`, { headers: { "X-Requested-With": "fetch" } });
      if (answer.ok) place.innerHTML = await answer.text();
    }, 350));
  });

  // A page of long work looks again by itself.
  document.querySelectorAll("[data-print]").forEach((button) => { button.hidden = false; button.addEventListener("click", () => window.print()); });
  document.querySelectorAll("[data-poll]").forEach((place) => {
    const again = () => setTimeout(async () => {
      const answer = await fetch(location.href, { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
      const page = answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
      const fresh = page && page.querySelector("[data-poll]");
      if (page && !fresh) { location.reload(); return; }
      if (fresh) place.replaceChildren(...fresh.childNodes);
      again();
    }, Number(place.dataset.poll) * 1000);
    again();
  });

  // Somebody who leaves a half-filled form is asked first.
  document.querySelectorAll("form[data-guard]").forEach((form) => {
    let changed = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
    addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  });
})();
