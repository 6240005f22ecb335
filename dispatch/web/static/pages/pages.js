// Keeps a page true while somebody looks. All works without it.
"use strict";
(() => {
  const SILENT_MS = 4500;
  const OLD_MS = 5000;
  const AGES_MS = 30000;
  const AGAIN_MS = 4000;
  const READ_MS = 20000; // a notice stays this long, whatever comes meanwhile (proposed)
  const loaded = Date.now();
  const path = document.body.dataset.live;
  const stale = document.getElementById("stale");
  const news = document.getElementById("news");
  let isTouched = false;
  let lastHeard = Date.now();
  let lastTrue = Date.now();
  let isUnread = false;
  let wait = 500;
  let due = 0;
  let live = null;

  document.addEventListener("input", () => { isTouched = true; });
  if (!path) return;

  const show = (box, isShown) => {
    const text = box.querySelector("[data-text]") || box;
    if (box.hidden !== isShown) return;
    box.hidden = !isShown;
    text.textContent = isShown ? text.dataset.text : "";
  };
  const isTyping = () => isTouched || (document.activeElement?.matches("input, select, textarea"));

  // What a script of this page wrote itself is no news.
  const told = (part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("[data-own]").forEach((each) => each.remove());
    return copy.textContent;
  };
  const words = (part) => told(part).replace(/\d/g, "");

  const replace = (fresh) => {
    const old = document.getElementById("main");
    if (told(fresh) === told(old)) return;
    if (isTyping()) { if (words(fresh) !== words(old)) show(news, true); return; }
    if (Date.now() - loaded >= READ_MS) document.querySelector(".done")?.remove();
    const open = [...old.querySelectorAll("details")].map((each) => each.open);
    const focused = document.activeElement?.id;
    old.replaceWith(fresh);
    fresh.querySelectorAll("details").forEach((each, place) => { each.open = each.open || open[place] || false; });
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    document.dispatchEvent(new Event("replaced"));
  };
  const look = async () => {
    try {
      const answer = await fetch(path, { headers: { accept: "text/html" } });
      if (answer.status >= 500) throw new Error("not now");
      if (answer.redirected || !answer.ok) { if (isTyping()) show(news, true); else location.assign(path); return; }
      isUnread = false;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("main");
      if (fresh) replace(document.adoptNode(fresh));
      const checked = page.querySelector("footer");
      if (checked) document.querySelector("footer").replaceWith(document.adoptNode(checked));
    } catch { isUnread = true; soon(AGAIN_MS); }
    judge();
  };
  const soon = (after = 300) => { clearTimeout(due); due = setTimeout(look, after); };

  const connect = () => {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live`);
    socket.onopen = () => socket.send('{"type":"hello","last_seen":null}');
    socket.onmessage = (event) => {
      const frame = JSON.parse(event.data);
      lastHeard = Date.now();
      wait = 500;
      if (frame.read_at) lastTrue = lastHeard - Math.max(0, Date.parse(frame.server_at) - Date.parse(frame.read_at));
      judge();
      if (frame.type === "snapshot") soon();
      if (frame.type === "news" && Object.values(frame).some((rows) => Array.isArray(rows) && rows.length)) soon();
    };
    socket.onclose = (event) => {
      if (event.code === 4401) soon();
      if (event.code === 4401 || event.code === 4403) return;
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 8000);
    };
    live = socket;
  };
  const isSilent = () => Date.now() - lastHeard >= SILENT_MS;
  const judge = () => show(stale, isUnread || isSilent() || Date.now() - lastTrue > OLD_MS);
  setInterval(() => {
    judge();
    if (isSilent() && live?.readyState === WebSocket.OPEN) live.close();
  }, 1000);
  setInterval(() => { if (!document.hidden && !isTyping()) soon(); }, AGES_MS);
  connect();
})();
