// Offers to send where this device is instead of a municipality. Without this script: the list.
"use strict";
(() => {
  const box = document.getElementById("locate");
  const field = document.getElementById("f-position");
  if (!box || !navigator.geolocation) return;
  const say = (text) => { box.querySelector("[role=status]").textContent = text; };
  box.hidden = false;
  if (field.value) say(box.dataset.found);
  document.getElementById("f-municipality").addEventListener("change", () => { field.value = ""; say(""); });
  box.querySelector("button").addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        field.value = `${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        say(box.dataset.found);
      },
      () => { field.value = ""; say(box.dataset.failed); },
      { enableHighAccuracy: true, timeout: 15000, maximumAge: 30000 },
    );
  });
})();
