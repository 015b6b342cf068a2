(() => {
"use strict";
const boxes = [...document.querySelectorAll(".group input")], status = document.getElementById("done");
const count = () => { status.textContent = `${boxes.filter((box) => box.checked).length} of ${boxes.length} checked`; };
document.addEventListener("change", (event) => {
  if (event.target.dataset.kind) document.body.classList.toggle(`off-${event.target.dataset.kind}`, !event.target.checked);
  else count();
});
count();
})();
