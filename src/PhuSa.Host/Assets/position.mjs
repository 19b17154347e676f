// The device's own position for a field: the button that data-position marks shows once the browser can tell it, and nothing is sent before the form is.

for (const button of document.querySelectorAll("button[data-position]")) {
  const field = document.getElementsByName(button.dataset.position)[0];
  const told = button.parentElement.querySelector("[role=status]");
  if (!field || !("geolocation" in navigator)) {
    continue;
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    told.textContent = button.dataset.looking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        field.value = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`;
        told.textContent = button.dataset.found.replace("{0}", Math.round(coords.accuracy));
        button.disabled = false;
      },
      () => {
        told.textContent = button.dataset.failed;
        button.disabled = false;
      },
      { enableHighAccuracy: true, timeout: 20000, maximumAge: 0 },
    );
  });
}
