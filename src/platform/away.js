// The neutral page of "Snel weg": opens the neutral address. That is a new entry in
// the history, so that nothing of the visit is left to go forward to.

let to = document.querySelector("a").href;
try {
  to = sessionStorage.getItem("to") ?? to;
  sessionStorage.clear();
} catch {
  // The address in the page will do.
}
// Before the page has loaded, a browser would replace this entry instead.
addEventListener("load", () => setTimeout(() => location.assign(to)));
