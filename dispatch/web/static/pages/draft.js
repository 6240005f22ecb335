// A form outlives its session: what was typed comes back after signing in, to the same person alone.
// Kept in this tab, encrypted under a key that only their signed-in pages carry, for one return.
"use strict";
(() => {
  // Another language is asked for with what was typed, so that none of it is lost.
  document.addEventListener("input", ({ target: { form } }) => {
    if (form?.id) document.querySelectorAll("[name=language]").forEach((each) => {
      each.setAttribute("form", form.id);
      each.formAction = `${form.action}?language=${each.value}`;
    });
  });

  const NAME = "draft";
  const LONGEST_MS = 2 * 3600 * 1000;
  const LEFT_OUT = ["key", "seen", "password"];
  const seal = document.body.dataset.seal;
  const stored = () => { try { return JSON.parse(sessionStorage.getItem(NAME)); } catch { return null; } };
  const forget = () => sessionStorage.removeItem(NAME);
  const bytes = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
  const hex = (buffer) => [...new Uint8Array(buffer)].map((each) => each.toString(16).padStart(2, "0")).join("");
  const key = () => crypto.subtle.importKey("raw", bytes(seal), "AES-GCM", false, ["encrypt", "decrypt"]);

  const keep = async (form) => {
    const fields = [...new FormData(form)].filter(([name]) => !LEFT_OUT.includes(name));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(fields));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), plain);
    const draft = { path: location.pathname, action: form.getAttribute("action"), at: Date.now(), iv: hex(iv), sealed: hex(sealed) };
    sessionStorage.setItem(NAME, JSON.stringify(draft));
  };

  const fill = (form, fields) => {
    const known = new Map(fields);
    for (const field of form.elements) {
      // Also what it showed: else old words look like changes.
      if (field.name === "was" && known.has("was")) field.value = known.get("was");
      if (!field.name || field.type === "hidden" || LEFT_OUT.includes(field.name)) continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = known.get(field.name) === field.value;
      else if (known.has(field.name)) field.value = known.get(field.name);
    }
    form.querySelectorAll("details").forEach((each) => { each.open = true; });
    form.dispatchEvent(new Event("input", { bubbles: true }));
    form.elements[0].dispatchEvent(new Event("input", { bubbles: true }));
  };

  const bring = async (draft) => {
    try {
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(draft.iv) }, await key(), bytes(draft.sealed));
      const form = document.querySelector(`form[action="${CSS.escape(draft.action).replaceAll("\\/", "/")}"]`);
      if (form) fill(form, JSON.parse(new TextDecoder().decode(plain)));
    } catch { /* somebody else signed in: it was never theirs */ }
  };

  const draft = stored();
  if (!seal) {
    const back = document.querySelector("form[action='/sign-in'] input[name=back]")?.value;
    if (draft && location.pathname === "/sign-in") sessionStorage.setItem(NAME, JSON.stringify({ ...draft, returns: back === draft.path }));
    return;
  }
  if (!crypto.subtle) return;
  if (draft) {
    forget();
    if (draft.returns && draft.path === location.pathname && Date.now() - draft.at < LONGEST_MS) bring(draft);
  }
  let due = 0;
  document.addEventListener("input", ({ target: { form } }) => {
    if (!form || form.method !== "post") return;
    clearTimeout(due);
    due = setTimeout(() => keep(form), 200);
  });
})();

// A form is sent once, and what is wrong in it comes first.
(() => {
  document.getElementById("faults")?.focus();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form").forEach((form) => { delete form.dataset.sent; });
  });
})();
