// Sends where the unit is, every ten seconds while the device says so. Never its state.
"use strict";
(() => {
  const EVERY_MS = 10000;
  const unit = document.getElementById("position").dataset.unit;
  let fix = null;
  let said = "";

  const say = (name, time) => {
    const box = document.getElementById("position");
    if (name) said = box.dataset[name] + (time ? ` ${time}` : "");
    box.textContent = said;
  };
  const send = async () => {
    if (!fix) return;
    const { latitude, longitude, heading } = fix.coords;
    const body = {
      lat: latitude,
      lon: longitude,
      seen_at: new Date(fix.timestamp).toISOString(),
      heading_deg: Number.isFinite(heading) ? heading : null,
    };
    const lang = document.documentElement.lang;
    try {
      const answer = await fetch(`/api/units/${encodeURIComponent(unit)}/position`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      say(answer.ok ? "sent" : "failed", new Date().toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: "Europe/Madrid" }));
    } catch { say("failed"); }
  };
  document.addEventListener("replaced", () => say(""));
  if (!navigator.geolocation) { say("off"); return; }
  navigator.geolocation.watchPosition(
    (found) => { const isFirst = !fix; fix = found; if (isFirst) send(); },
    () => say("off"),
    { enableHighAccuracy: true, maximumAge: 5000 },
  );
  setInterval(send, EVERY_MS);
})();
